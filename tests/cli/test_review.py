"""Reviewing with piped keys: what each key decides, what is stored, where the next review begins."""

from __future__ import annotations

import pytest

from extractor.cli.review.keys import AnyTerminal
from extractor.cli.review.session import Session
from extractor.errors import CakupanError, StoreError
from extractor.review import fields
from extractor.store import Store

# The queue: the disagreeing target, the unchecked rate, the base without a finding.
TARGET, RATE, BASE = "50 %", "41.2 %", "80,000 workers"


@pytest.fixture
def review(run, database):
    def with_keys(keys, *arguments):
        return run("review", "--db", database, "--reviewer", "Ani", *arguments, input=keys)

    return with_keys


@pytest.fixture
def claims(database):
    """The claims as they stand now, by their value."""

    def read():
        with Store.open(database) as store:
            return {row["value"]: row for row in store.claims()}

    return read


@pytest.fixture
def decisions(database):
    def read():
        with Store.open(database) as store:
            return store.decisions()

    return read


@pytest.mark.parametrize(
    ("keys", "statuses"),
    [
        ("", {"50": "pending", "41.2": "pending", "80000": "pending"}),
        ("q", {"50": "pending", "41.2": "pending", "80000": "pending"}),
        ("a", {"50": "accepted", "41.2": "pending", "80000": "pending"}),
        ("xa", {"50": "rejected", "41.2": "accepted", "80000": "pending"}),
        ("x\na\n", {"50": "rejected", "41.2": "accepted", "80000": "pending"}),
        (" a", {"50": "pending", "41.2": "accepted", "80000": "pending"}),
        ("aaa", {"50": "accepted", "41.2": "accepted", "80000": "accepted"}),
        ("axu", {"50": "accepted", "41.2": "pending", "80000": "pending"}),
        ("axuu", {"50": "pending", "41.2": "pending", "80000": "pending"}),
        ("aqx", {"50": "accepted", "41.2": "pending", "80000": "pending"}),
        ("zza", {"50": "accepted", "41.2": "pending", "80000": "pending"}),
        ("?a", {"50": "accepted", "41.2": "pending", "80000": "pending"}),
    ],
)
def test_keys_decide(review, claims, keys, statuses):
    assert review(keys).exit_code == 0
    assert {value: row["status"] for value, row in claims().items()} == statuses


def test_the_worst_findings_come_first(review):
    shown = review("  ").stdout
    assert shown.index(f"number   {TARGET}") < shown.index(f"number   only {RATE}") < shown.index(f"number   {BASE}")


def test_the_card_shows_sentence_fields_and_arithmetic(review):
    shown = " ".join(review(" ").stdout.split())
    assert "sebesar [[50 persen]], sesuai Inpres" in shown
    assert "✗ disagrees gap 41.2 + 9.8 = 51, not 50" in shown
    assert "Kabupaten Bungo [15.08], same sentence" in shown
    assert "menyebut cakupan baru [[41,2 persen]] dari" in shown
    assert "Rahmat Fauzi, Kepala Dinas Tenaga Kerja Bungo (indirect)" in shown


def test_a_review_goes_on_where_the_last_one_stopped(review):
    assert review("aq").stderr == "1 accepted; 2 left\n"
    second = review("q").stdout
    assert "claim 1 of 2" in second
    assert f"number   only {RATE}" in second


def test_all_done(review):
    assert review("aaa").stderr == "3 accepted; nothing left to review\n"
    again = review("")
    assert again.exit_code == 0
    assert again.stdout == ""
    assert "Nothing to review" in again.stderr


def test_filters_choose_what_to_review(review):
    assert "claim 1 of 1" in review("q", "--kind", "target").stdout
    assert "claim 1 of 2" in review("q", "--search", "cakupan").stdout
    review("a", "--kind", "target")
    decided = review("q", "--status", "accepted").stdout
    assert "claim 1 of 1" in decided
    assert "status   accepted" in decided


def test_a_flag_leaves_the_claim_pending_and_goes_on(review, claims):
    assert "flagged: 50 %" in review("fq").stdout
    assert claims()["50"]["status"] == "pending"
    assert claims()["50"]["flagged"] == 1


def test_decisions_are_only_ever_added(review, decisions):
    review("a")
    first = decisions()
    review("xu")
    second = decisions()
    assert second[: len(first)] == first
    assert [row["action"] for row in second] == ["accept", "reject", "undo"]
    assert {row["reviewer"] for row in second} == {"Ani"}
    assert all(row["at"].endswith("Z") for row in second)


def test_undo_with_nothing_decided_says_so(review):
    assert "nothing to undo" in review("u").stdout


def test_undo_reaches_back_to_an_earlier_sitting(review, claims):
    review("aq")
    assert "undone; the claim is pending again" in review("uq").stdout
    assert claims()["50"]["status"] == "pending"


@pytest.mark.parametrize(
    ("keys", "value", "field", "now"),
    [
        ("ekshare\n", "50", "kind", "share"),
        ("e\nk\nshare\n", "50", "kind", "share"),
        ("ek6\n", "50", "kind", "share"),
        ("ekshar\n", "50", "kind", "share"),
        ("v52.5\n", "50", None, None),
        ("et2025\n", "50", "as_of_end", "2025-12-31"),
        ("et2025-02\n", "50", "as_of_end", "2025-02-28"),
        ("et2025 Q2\n", "50", "as_of_start", "2025-04-01"),
        ("et2025 S2\n", "50", "as_of_precision", "semester"),
        ("et-\n", "50", "as_of_start", None),
        ("er61\n", "50", "region_name", "Kalimantan Barat"),
        ("erJambi\n", "50", "region_code", "15"),
        ("esINFORMAL, NELAYAN\n", "50", "segments", ["INFORMAL", "NELAYAN"]),
        ("esOTHER:pemulung\n", "50", "segments", ["OTHER:pemulung"]),
        ("elRPJMD,RKPD\n", "50", "plans", ["RPJMD", "RKPD"]),
        ("ew1\n", "50", "speaker_name", "Rahmat Fauzi"),
        (" ewnone\n", "41.2", "speaker_name", None),
        (" eh-\n", "41.2", "qualifiers", []),
        ("ekfoo\nshare\n", "50", "kind", "share"),
    ],
)
def test_editing_a_field(review, claims, keys, value, field, now):
    assert review(f"{keys}q").exit_code == 0
    row = claims()[value]
    if field is None:
        assert row["status"] == "pending"
        return
    assert row[field] == now
    assert row["status"] == "corrected"


def test_editing_the_number(review, claims):
    review("ev52.5\nq")
    assert claims()["52.5"]["value_number"] == 52.5
    assert claims()["52.5"]["evidence_quote"] == "50 persen"


@pytest.mark.parametrize("keys", ["ek\n\nq", "ejq", "ektarget\nq", "ek", "ekfoo\n"])
def test_an_edit_may_come_to_nothing(review, claims, decisions, keys):
    assert review(keys).exit_code == 0
    assert decisions() == []


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("k", "foo", "'foo' is not one of achieved, target"),
        ("k", "99", "not one of"),
        ("v", "1.234,5", "without thousands marks"),
        ("v", "-", "not a plain number"),
        ("t", "2024-13", "not a date or period"),
        ("t", "2024 Q9", "not a date or period"),
        ("t", "pada suatu hari", "not a date or period"),
        ("w", "9", "not in the list"),
        ("s", "INFORMAL, FOO", "'FOO' is not one of"),
        ("r", "Atlantis", "Atlantis"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_with_what_it_can(field, typed, said):
    claim = {"region": {"basis": "carried"}}
    with pytest.raises(CakupanError, match=said):
        fields.read(fields.BY_KEY[field], typed, claim, [{"name": "Ani"}])


def test_every_correctable_field_says_how_to_answer():
    assert len(fields.BY_KEY) == len(fields.FIELDS)
    for field in fields.FIELDS:
        assert fields.hint(field)
        assert bool(fields.choices(field, [])) == (field.form in ("choice", "choices", "speaker"))


@pytest.mark.parametrize(
    ("keys", "statuses"),
    [
        ("baccept 2\n", {"50": "pending", "41.2": "accepted", "80000": "accepted"}),
        ("breject 2\n", {"50": "pending", "41.2": "rejected", "80000": "rejected"}),
        ("b\n\nq", {"50": "pending", "41.2": "pending", "80000": "pending"}),
        ("baccept 3\nq", {"50": "pending", "41.2": "pending", "80000": "pending"}),
        ("baccept\nq", {"50": "pending", "41.2": "pending", "80000": "pending"}),
        ("abaccept 1\n", {"50": "pending", "41.2": "accepted", "80000": "accepted"}),
    ],
)
def test_all_claims_of_a_filter_at_once(review, claims, keys, statuses):
    assert review(keys, "--search", "cakupan").exit_code == 0
    assert {value: row["status"] for value, row in claims().items()} == statuses


def test_all_at_once_is_undone_at_once(review, claims):
    review("baccept 2\n", "--search", "cakupan")
    assert "undone: all 2 of the last decision" in review("uq").stdout
    assert {row["status"] for row in claims().values()} == {"pending"}


def test_all_at_once_needs_a_filter(review, claims):
    assert "needs a filter" in review("bq").stdout
    assert {row["status"] for row in claims().values()} == {"pending"}


def test_a_decision_on_what_somebody_else_just_decided_is_refused(database):
    with Store.open(database) as store:
        clock = iter(f"2024-06-01T00:00:0{second}Z" for second in range(9))
        session = Session(store, [row["claim_id"] for row in store.queue()], "Ani", lambda: next(clock))
        session.look()
        store.decide(session.current, "reject", reviewer="Budi", at="2024-06-01T00:00:00Z")
        with pytest.raises(StoreError, match="Budi"):
            session.decide("accept")
        assert session.position == 0
        session.look()
        assert session.decide("accept").startswith("accepted")


def test_the_login_name_is_the_reviewer_of_last_resort(run, database, decisions, monkeypatch):
    monkeypatch.setenv("LOGNAME", "cici")
    run("review", "--db", database, input="a")
    monkeypatch.setenv("CAKUPAN_REVIEWER", "dedi")
    run("review", "--db", database, input="a")
    assert [row["reviewer"] for row in decisions()] == ["cici", "dedi"]


def test_the_end_of_the_input_ends_the_review_without_termios(monkeypatch):
    def closed(*_):
        raise EOFError

    monkeypatch.setattr("click.getchar", closed)
    monkeypatch.setattr("builtins.input", closed)
    assert AnyTerminal().key() == ""
    assert AnyTerminal().line("> ") == ""
