"""Every page of ours with an address that shows it, and what no page may hold."""

from __future__ import annotations

from html.parser import HTMLParser

# Pattern of a route that answers with HTML -> a place below /-/cakupan/ in the corpus's database; {claim} is any.
# A test fails for a page that is not listed, so that each is held to the same rules.
PAGES = {
    "overview": "overview?level=province",
    "regulations": "regulations",
    "regulations/(?P<id>[^/]+)": "regulations/Inpres%202%2F2021",
    "officials": "officials?find=cabang+j",
    "officials/(?P<name>[^/]+)": "officials/Wiratmo%20Hadisaputro",
    "feed": "feed",
    "login": "login",
    "review": "review",
    "review/(?P<claim>[^/]+)": "review/{claim}",
    "timeline": "timeline",
    "timeline/(?P<code>[^/]+)": "timeline/ID",
    "export": "export",
}


# Attributes whose address a browser goes to; a link's it goes to when it is followed.
LOADED = ("src", "srcset", "href", "xlink:href", "action", "formaction", "data", "poster", "ping")


class Strict(HTMLParser):
    """Collects what the content security policy of our pages would refuse."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self._script: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        known = dict(attributes)
        for name, value in attributes:
            loaded = name in LOADED and (tag, name) != ("a", "href")
            foreign = loaded and (value or "").startswith(("http:", "https:", "//"))
            if name.startswith("on") or name == "style" or foreign or (value or "").lower().startswith("javascript:"):
                self.wrong.append(f"{tag} {name}={value}")
        if tag in ("style", "iframe", "object", "embed", "base"):
            self.wrong.append(tag)
        data = tag == "script" and known.get("type") == "application/json"
        self._script = tag if tag == "script" and not data else None
        if tag == "script" and not data and not (known.get("src") or "").startswith("/-/static-plugins/cakupan/"):
            self.wrong.append(f"script {known}")

    def handle_data(self, text: str) -> None:
        if self._script and text.strip():
            self.wrong.append(f"inline script {text[:40]}")

    def handle_endtag(self, tag: str) -> None:
        self._script = None
