"""What is stored, listed, explained and exported; on an invented document."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from extractor.store import Store

LISTINGS = (["claims"], ["check"], ["timeline", "Bungo"], ["status"], ["rules"], ["reextract"])


@pytest.fixture
def cakupan(run, database):
    def invoke(*arguments, **options):
        return run("--db", database, *arguments, **options)

    return invoke


def parsed(form, text):
    if form == "json":
        return json.loads(text)
    if form == "nl":
        return [json.loads(line) for line in text.splitlines()]
    return list(csv.DictReader(io.StringIO(text), delimiter="\t" if form == "tsv" else ","))


@pytest.mark.parametrize("arguments", LISTINGS[:4], ids=" ".join)
@pytest.mark.parametrize("form", ["json", "nl", "csv", "tsv"])
def test_every_listing_has_every_form(cakupan, arguments, form):
    done = cakupan(*arguments, f"--{form}")
    assert done.exit_code == 0, done.output
    assert parsed(form, done.stdout)


@pytest.mark.parametrize("arguments", LISTINGS, ids=" ".join)
def test_every_listing_takes_the_same_flags(run, arguments):
    shown = run(arguments[0], "--help").stdout
    assert all(f"--{form}" in shown for form in ("table", "json", "nl", "csv", "tsv"))


@pytest.mark.parametrize("arguments", LISTINGS[:5], ids=" ".join)
def test_every_listing_has_a_table(cakupan, arguments):
    header, line, *rows = cakupan(*arguments).stdout.splitlines()
    assert set(line) == {"─"}
    assert rows
    assert cakupan(*arguments, "--table").stdout.splitlines()[0] == header


def test_the_forms_agree(cakupan):
    as_json = parsed("json", cakupan("claims", "--json").stdout)
    assert parsed("nl", cakupan("claims", "--nl").stdout) == as_json
    ids = [row["claim_id"] for row in as_json]
    assert [row["claim_id"] for row in parsed("csv", cakupan("claims", "--csv").stdout)] == ids
    table = cakupan("claims", "--table").stdout
    assert [line.split()[0] for line in table.splitlines()[2:]] == [name[:8] for name in ids]


@pytest.mark.parametrize(
    ("filters", "values"),
    [
        ([], {"41.2", "80000", "50"}),
        (["--region", "Bungo"], {"41.2", "80000", "50"}),
        (["--region", "15.08"], {"41.2", "80000", "50"}),
        (["--region", "Jambi"], set()),
        (["--kind", "target"], {"50"}),
        (["--kind", "base"], {"80000"}),
        (["--status", "flagged"], set()),
        (["--segment", "informal"], set()),
        (["--status", "pending"], {"41.2", "80000", "50"}),
        (["--status", "accepted"], set()),
        (["--finding", "disagrees"], {"50"}),
        (["--finding", "unchecked"], {"41.2"}),
        (["--search", "RKPD"], {"50"}),
        (["--search", "cakupan", "--kind", "achieved"], {"41.2"}),
        (["--document", "bungo.txt"], {"41.2", "80000", "50"}),
    ],
)
def test_filters(cakupan, filters, values):
    done = cakupan("claims", "--json", *filters)
    assert done.exit_code == 0, done.output
    assert {row["value"] for row in json.loads(done.stdout)} == values


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["claims", "--region", "Atlantis"], "Atlantis"),
        (["claims", "--segment", "nelayann"], "no segment has this code; did you mean NELAYAN"),
        (["claims", "--segment", "zzz"], "no segment has this code; the codes are FORMAL, INFORMAL"),
        (["claims", "--document", "zzz"], "no document begins with this"),
        (["why", "zzz"], "no claim begins with this"),
        (["show", "zzz"], "no document begins with this"),
        (["check", "zzz"], "no document begins with this"),
        (["timeline", "Atlantis"], "Atlantis"),
        (["timeline", "Kediri"], "35.06"),
        (["timeline", "Sumbagut"], "an area of several regions; name one of"),
        (["rules", "zzz"], "no rule has this id"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(cakupan, arguments, said):
    done = cakupan(*arguments)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.startswith("cakupan: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_show_prints_the_text_and_all_that_was_read(cakupan):
    shown = cakupan("show", "bungo.txt").stdout
    for words in (
        "Jamsostek di Bungo Belum Mencapai Target",
        "menyebut cakupan baru [[41,2 persen]] dari [[80.000 pekerja]]. Padahal",
        "Claims (3)",
        "Inpres 2/2021",
        "Rahmat Fauzi  Kepala Dinas Tenaga Kerja Bungo",
        "41.2 + 9.8 = 51, not 50",
        "Rp2 miliar  money is no coverage",
        "2024-05-06 (event) “Senin (6/5/2024)”",
    ):
        assert words in shown


@pytest.mark.parametrize("arguments", [["show", "bungo.txt"], ["timeline", "15.08"], ["claims"]], ids=" ".join)
def test_piped_text_has_no_spaces_at_line_ends(cakupan, arguments):
    lines = cakupan(*arguments).stdout.splitlines()
    assert [line for line in lines if line.endswith(" ")] == []


def test_show_as_json_is_the_contract(cakupan, extraction):
    from extractor.wire import to_json

    assert json.loads(cakupan("show", "bungo.txt", "--json").stdout) == to_json(extraction)


def test_why_explains_a_claim(cakupan, extraction):
    shown = cakupan("why", extraction.claims[0].id[:8]).stdout
    for words in (
        "[[41,2",
        "PERCENT   41,2 persen  (percent.plain)",
        "region   Kabupaten Bungo [15.08], same sentence",
        "2024-05-06, event “Senin (6/5/2024)”",
        "? unchecked ratio no count is printed",
        "Rp2 miliar  money is no coverage",
    ):
        assert words in shown


def test_why_gives_the_reason_of_each_rule(cakupan, extraction, database):
    from extractor.rules import load_rules

    rule = load_rules()[0]
    first = replace(extraction.claims[0], rules=(rule.id,))
    changed = replace(extraction, claims=(first, *extraction.claims[1:]))
    with Store.open(database) as store:
        store.replace(next(iter(store.captures())), changed, at="2024-05-08T00:00:00Z")
    explained = json.loads(cakupan("why", first.id, "--json").stdout)
    assert {"id": rule.id, "reason": rule.reason} in explained["rules"]


def test_why_shows_the_decisions(cakupan, extraction):
    cakupan("review", "--reviewer", "Ani", "--kind", "achieved", input="a")
    assert "Ani: accept" in cakupan("why", extraction.claims[0].id).stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [([], 0), (["--strict"], 3), (["--strict", "--verdict", "agrees"], 0), (["--strict", "bungo.txt"], 3)],
)
def test_check_is_strict_when_asked(cakupan, arguments, code):
    assert cakupan("check", *arguments).exit_code == code


def test_check_lists_the_worst_first(cakupan):
    rows = json.loads(cakupan("check", "--json").stdout)
    assert [row["verdict"] for row in rows] == ["disagrees", "unchecked", "agrees"]


def test_timeline_shows_a_table_and_a_chart(cakupan):
    shown = cakupan("timeline", "Kabupaten Bungo").stdout
    assert "percent covered" in shown
    assert "○ 50" in shown
    assert "● 41.2" in shown
    assert "all workers: reported level and target" in shown
    assert "Rahmat Fauzi" in shown


def test_timeline_as_data_has_no_chart(cakupan):
    rows = json.loads(cakupan("timeline", "15.08", "--json").stdout)
    assert [row["value"] for row in rows] == ["50", "41.2", "80000"]
    assert cakupan("timeline", "15.08", "--segment", "informal", "--json").stdout == "[]\n"


def test_timeline_says_when_nothing_is_reported(cakupan):
    done = cakupan("timeline", "Lampung")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Nothing is reported for Lampung" in done.stderr


def test_differing_reports_stand_side_by_side(run, database, extraction):
    from extractor.cli.timeline import differing

    with Store.open(database) as store:
        row = next(row for row in store.timeline("15.08") if row["value"] == "41.2")
    other = {**row, "value": "43", "value_number": 43.0, "speaker_name": "Siti", "publisher": "Warta Muara"}
    later = {**other, "as_of_start": "2025-01-01", "as_of_end": "2025-01-01"}
    (line,) = differing([row, other, dict(row), later])
    assert line == ("2024-05-06, all: only 41.2 % (Rahmat Fauzi, Kabar Bungo) or only 43 % (Siti, Warta Muara)")


@pytest.mark.parametrize(("form", "as_form"), [("csv", "csv"), ("json", "json"), ("jsonl", "nl")])
def test_export_writes_reviewed_claims(cakupan, form, as_form):
    cakupan("review", "--reviewer", "Ani", "--kind", "target", input="ev52\nq")
    rows = parsed(as_form, cakupan("export", "--format", form).stdout)
    assert {row["value"]: row["status"] for row in rows} == {
        "41.2": "pending",
        "80000": "pending",
        "52": "corrected",
    }
    only = parsed(as_form, cakupan("export", "--format", form, "--status", "corrected").stdout)
    assert [row["value"] for row in only] == ["52"]


def test_status_counts(cakupan):
    (state,) = json.loads(cakupan("status", "--json").stdout)
    assert state["claims"] == {"pending": 3, "accepted": 0, "rejected": 0, "corrected": 0}
    assert state["tables"]["documents"] == 1
    assert "claims pending" in cakupan("status").stdout


def test_the_database_is_chosen_by_option_then_environment_then_default(run, database, monkeypatch, tmp_path):
    from extractor.cli.options import database_path

    assert database_path(None).as_posix() == "output/cakupan.db"
    monkeypatch.setenv("CAKUPAN_DB", str(tmp_path / "absent.db"))
    assert "absent.db" in run("status").stderr
    assert run("status", "--db", database).exit_code == 0
    assert run("--db", database, "status").exit_code == 0
    assert run("--db", tmp_path / "other.db", "status", "--db", database).exit_code == 0


def test_rules_are_listed_and_shown(cakupan):
    from extractor.rules import load_rules

    ids = [row["id"] for row in json.loads(cakupan("rules", "--json").stdout)]
    assert set(ids) >= {rule.id for rule in load_rules()}
    rule = next(rule for rule in load_rules() if rule.examples and rule.counterexamples)
    shown = " ".join(cakupan("rules", rule.id).stdout.split())
    assert " ".join(rule.reason.split()) in shown
    assert " ".join(rule.counterexamples[0].split()) in shown


def test_flagged_claims_are_found(cakupan):
    name = json.loads(cakupan("claims", "--kind", "target", "--json").stdout)[0]["claim_id"]
    assert cakupan("review", "--reviewer", "a", "--kind", "target", input="fq").exit_code == 0
    flagged = json.loads(cakupan("claims", "--status", "flagged", "--json").stdout)
    assert [row["claim_id"] for row in flagged] == [name]
    assert cakupan("export", "--status", "flagged", "--format", "csv").stdout.count("\n") == 2


def test_a_place_without_a_code_is_found_by_its_name(run, tmp_path):
    text = tmp_path / "sambas.txt"
    text.write_text(
        "Rincian pekerja rentan Kabupaten Sambas yang didaftarkan ke Jamsostek per kecamatan: Pemangkat 5.100 orang "
        "dan Tebas 4.300 orang.\n",
        encoding="utf-8",
    )
    database = tmp_path / "small.db"
    assert run("--db", database, "add", text).exit_code == 0
    for name in ("Tebas", "kecamatan tebas"):
        rows = json.loads(run("--db", database, "claims", "--region", name, "--json").stdout)
        assert [row["value"] for row in rows] == ["4300"]
    done = run("--db", database, "claims", "--region", "Tebah")
    assert done.exit_code == 1
    assert "no region of this name" in done.stderr
