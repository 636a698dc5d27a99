"""A timeline as one HTML file that needs nothing else: the picture, and under it every number with its source.

No script and no request: it can be mailed, printed and read in ten years. Each point links to its row, which
holds the words it was printed in.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.charts import telling
from extractor.charts.drawing import DARK, caption
from extractor.charts.picture import svg
from extractor.charts.timeline import Timeline
from extractor.i18n import Words

if TYPE_CHECKING:
    from jinja2 import Template


def html(shown: Timeline, words: Words) -> str:
    """The page of a timeline with at least one point."""
    return _template().render(
        shown=shown,
        words=words,
        _=words.text,
        telling=telling,
        dark=DARK,
        caption=caption(shown, words),
        picture=svg(shown, words, lambda claim: f"#claim-{claim}", alone=False),
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    """The template beside this module; every value is escaped but the picture, which is made here."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("extractor.charts", "templates")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("timeline.html")
