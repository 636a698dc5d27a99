"""``datasette output/cakupan.db`` alone shows what the tables mean; other databases are left alone."""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from extractor.resources import read_toml
from extractor.web import metadata

from .conftest import Served

DESCRIBED = read_toml(Path(metadata.__file__).with_name("metadata.toml"))


@pytest.fixture
def served(shared: Served) -> Served:
    """Nothing here writes to the database."""
    return shared


def columns_of(path: Path) -> dict[str, list[str]]:
    """The columns of every table and view that is not part of a full-text index."""
    with closing(sqlite3.connect(path)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
        shown = [name for name in names if "_fts" not in name and not name.startswith("sqlite_")]
        return {name: [row[1] for row in db.execute(f"PRAGMA table_info([{name}])")] for name in shown}


def test_every_column_that_people_see_is_described(database: Path) -> None:
    for table, columns in columns_of(database).items():
        about = DESCRIBED["tables"].get(table, {})
        if not about.get("hidden"):
            missing = [name for name in columns if name not in {**DESCRIBED["columns"], **about.get("columns", {})}]
            assert not missing, f"{table} in metadata.toml lacks {missing}"


def test_no_description_is_left_over(database: Path) -> None:
    known = columns_of(database)
    everywhere = {name for columns in known.values() for name in columns}
    assert not set(DESCRIBED["columns"]) - everywhere
    assert not set(DESCRIBED["tables"]) - set(known) - {"review_queue"}
    for table, about in DESCRIBED["tables"].items():
        facets = [next(iter(facet.values())) if isinstance(facet, dict) else facet for facet in about.get("facets", [])]
        named = [*about.get("columns", {}), *about.get("units", {}), *facets, about.get("label_column")]
        assert not {name for name in named if name} - set(known.get(table, ())), table


@pytest.mark.parametrize("table", [name for name, about in DESCRIBED["tables"].items() if not about.get("hidden")])
def test_every_table_opens_with_its_facets(served: Served, table: str) -> None:
    answer = served.client().get(f"/cakupan/{table}")
    assert answer.status_code == 200
    assert DESCRIBED["tables"][table]["description"] in answer.text
    for facet in DESCRIBED["tables"][table]["facets"]:
        name = facet if isinstance(facet, str) else facet["array"]
        assert f'data-column="{name}"' in answer.text, name


def test_values_have_their_units_and_views_lead_on(served: Served) -> None:
    claim = served.store().claims(region="62.02", unit="percent")[0]
    text = served.client().get(f"/cakupan/reviewed_claims?claim_id={claim['claim_id']}").text
    assert f"{claim['value']} %" in text
    assert f'href="/-/cakupan/review/{claim["claim_id"]}"' in text
    assert f'href="/-/cakupan/timeline/{claim["region_code"]}"' in text
    assert f'href="/cakupan/documents/{claim["document_id"]}"' in text


def test_only_the_columns_a_table_has_are_described(served: Served) -> None:
    text = served.client().get("/cakupan/regions").text
    assert re.findall(r"<dt>(\w+)</dt>", text) == ["code", "name", "level", "province_code"]
    assert "/-/static-plugins/cakupan/data.css" in text


def test_foreign_keys_show_names(served: Served) -> None:
    text = served.client().get("/cakupan/claims?region_code=62.02&_size=1").text
    assert ">Kabupaten Kotawaringin Timur</a>" in text


def plain(path: Path, *places: str) -> list[str]:
    """What a plain Datasette answers, our plugin found by its entry point."""

    async def ask() -> list[str]:
        datasette = Datasette([str(path)])
        try:
            return [(await datasette.client.get(place)).text for place in places]
        finally:
            for database in datasette.databases.values():
                database.close()
            datasette.executor.shutdown()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, ask()).result()


def test_plain_datasette_shows_the_same(database: Path) -> None:
    table, overview, index = plain(database, "/cakupan/officials", "/-/cakupan/overview", "/cakupan")
    assert DESCRIBED["tables"]["officials"]["description"] in table
    assert "<h1>Overview</h1>" in overview
    assert 'href="/-/cakupan/overview"' in index


def test_the_command_of_datasette_finds_the_plugin(database: Path) -> None:
    command = [sys.executable, "-m", "datasette", str(database), "--get", "/-/plugins.json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert "cakupan" in {plugin["name"] for plugin in json.loads(done.stdout)}


def test_a_plain_datasette_may_allow_hosts_in_its_metadata(database: Path) -> None:
    async def ask(metadata: dict[str, Any]) -> int:
        datasette = Datasette([str(database)], metadata=metadata)
        answer = await datasette.client.get("/-/cakupan/overview", headers={"host": "data.example"})
        for opened in datasette.databases.values():
            opened.close()
        datasette.executor.shutdown()
        return int(answer.status_code)

    with ThreadPoolExecutor(1) as pool:
        told = {"plugins": {"cakupan": {"hosts": ["data.example"]}}}
        assert pool.submit(asyncio.run, ask({})).result() == 421
        assert pool.submit(asyncio.run, ask(told)).result() == 200


def test_a_database_of_others_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "others.db"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE claims (id INTEGER PRIMARY KEY, value TEXT, unit TEXT)")
        db.execute("INSERT INTO claims VALUES (1, '7', 'percent')")
    before = path.read_bytes()
    page, table, index = plain(path, "/-/cakupan/overview", "/others/claims", "/others")
    assert "Datasette serves no database of cakupan here" in page
    assert "7 %" not in table
    assert "before any decision" not in table
    assert "/-/cakupan/" not in index
    assert path.read_bytes() == before
