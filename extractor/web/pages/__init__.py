"""The pages, one module each; every module has ``ROUTES``, made as ``extractor.web.visit`` says."""
