"""Files for HubSpot and Salesforce, as their importers read them."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest

from octave_api.contract import Persona
from octave_api.export import Subject, export
from octave_api.exporting import hubspot
from tests.export_samples import NOW, hostile, subject


def unpacked(key: str, subjects: list[Subject]) -> dict[str, str]:
    """Give the files of a zip as text, by name."""
    with zipfile.ZipFile(io.BytesIO(export(key, subjects, made_at=NOW).content)) as packed:
        return {name: packed.read(name).decode("utf-8") for name in packed.namelist()}


def rows(text: str) -> list[dict[str, str]]:
    """Give the rows of a table."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def persona(name: str, *titles: str) -> Subject:
    """Give a persona of these titles."""
    body = {"oId": f"pe_{name}", "name": name, "data": {"commonJobTitles": list(titles)}}
    return Subject(Persona.model_validate(body))


def test_hubspot_gets_options_and_titles() -> None:
    """Label, internal value, description and place; each title once."""
    files = unpacked("hubspot", [persona("VP of Sales", "VP Sales", "CRO"), persona("CRO", "cro")])
    options = rows(files["hubspot-persona-options.csv"])
    assert list(options[0]) == ["Label", "Internal value", "Description", "Display order"]
    assert [one["Internal value"] for one in options] == ["persona_vp_of_sales", "persona_cro"]
    assert [one["Display order"] for one in options] == ["1", "2"]
    titles = rows(files["hubspot-job-titles.csv"])
    assert [(one["Job title"], one["hs_persona"]) for one in titles] == [
        ("VP Sales", "persona_vp_of_sales"),
        ("CRO", "persona_vp_of_sales"),
    ]
    assert "hubspot-segment-options.csv" not in files


def test_hubspot_labels_and_values_are_told_apart() -> None:
    """Two of one name, and names without a Latin letter."""
    files = unpacked("hubspot", [persona("Ops"), persona("OPS"), persona("降本"), persona("増益")])
    options = rows(files["hubspot-persona-options.csv"])
    values = [one["Internal value"] for one in options]
    assert len(set(values)) == 4
    assert all(re.fullmatch(r"[a-z0-9_]+", value) for value in values)
    assert [one["Label"] for one in options][:2] == ["Ops", "OPS (2)"]


@pytest.mark.parametrize("kind", ["persona", "segment"])
def test_salesforce_data_has_only_fields_that_are_to_be_created(kind: str) -> None:
    """Each column of the data is a field of the list, or the standard Name."""
    files = unpacked("salesforce", [subject(kind)])
    fields = rows(files["salesforce-fields-to-create.csv"])
    own = {"persona": "Buyer_Persona__c", "segment": "Market_Segment__c"}[kind]
    created = {one["API Name"] for one in fields if one["Object"] == own}
    (record,) = rows(files[f"salesforce-{kind}s.csv"])
    assert set(record) == created | {"Name"}
    asked = rows(files["salesforce-questions.csv"])
    lookup = f"{kind.capitalize()}__c"
    created = {one["API Name"] for one in fields if one["Object"] == "Qualifying_Question__c"}
    columns = {name.replace("__r.External_Id__c", "__c") for name in asked[0]}
    assert columns == created | {"Name"}
    assert {one[f"{kind.capitalize()}__r.External_Id__c"] for one in asked} == {
        record["External_Id__c"]
    }
    assert [one["Related To"] for one in fields if one["API Name"] == lookup] == [own]


def test_salesforce_names_are_as_it_takes_them() -> None:
    """Letters, digits and single underscores, `__c` at the end, 40 characters before it."""
    files = unpacked("salesforce", [subject("persona"), subject("segment")])
    for one in rows(files["salesforce-fields-to-create.csv"]):
        name = one["API Name"].removesuffix("__c")
        assert re.fullmatch(r"[A-Za-z](?:_?[A-Za-z0-9])*", name)
        assert len(name) <= 40
        assert len(one["Field Label"]) <= 40
        assert one["Data Type"] in {"Text", "Long Text Area", "Picklist", "Lookup", "Checkbox"}


def test_salesforce_values_fit_their_fields() -> None:
    """A longer name is cut for Name and kept whole beside it."""
    name = "Word " * 40
    files = unpacked("salesforce", [persona(name)])
    (record,) = rows(files["salesforce-personas.csv"])
    assert len(record["Name"]) <= 80
    assert record["Name"].endswith("…")
    assert record["Full_Name__c"] == name
    assert not files["salesforce-personas.csv"].startswith("\ufeff")


def test_salesforce_ids_of_questions_are_unique() -> None:
    """Loading them again updates instead of doubling."""
    files = unpacked("salesforce", [subject("persona"), subject("segment")])
    ids = [one["External_Id__c"] for one in rows(files["salesforce-questions.csv"])]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("key", ["hubspot", "salesforce"])
def test_no_cell_of_a_crm_file_is_a_formula(key: str) -> None:
    """Names, titles and texts of a hostile entity."""
    for name, text in unpacked(key, [hostile("=1+1"), hostile("@x;=1", "segment")]).items():
        if name.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
            assert not [cell for cell in cells if cell.lstrip().startswith(tuple("=+-@"))]


def test_a_slug_is_never_empty() -> None:
    """Accents are taken off, and what has no letter is still named."""
    assert hubspot.slug("Été à Zürich!") == "ete_a_zurich"
    assert hubspot.slug("降本") == "unnamed"
