"""Checks the data files of a site: against the schemas, and against each other."""

import json
from collections import Counter, defaultdict
from datetime import datetime
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag
from zoneinfo import ZoneInfo

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tools import ROOT

SCHEMAS = ROOT / "Documentation" / "schemas" / "oparl"
REGISTERS = ROOT / "Documentation" / "schemas" / "registers"
BASE = "https://example.gov.uk/meetings/"
STANDARD = "https://schema.oparl.org/1.1/"
ZONE = ZoneInfo("Europe/London")
# Each of these names one thing or several, which must stand in the data under that id.
REFERENCES = {
    "body", "system", "organization", "meeting", "agendaItem", "paper", "consultation", "membership", "person", "participant", "subOrganizationOf",
    "superordinatedPaper", "subordinatedPaper", "originatorPerson", "onBehalfOf", "mainOrganization", "moot:paper", "moot:minute", "moot:consultation",
    "moot:meeting", "moot:strategy", "moot:organization", "moot:adoptedAt", "moot:supersedes", "moot:year", "moot:presented", "moot:moved", "moot:seconded",
    "moot:papers",
}
# Each register's files, by the kind that its schema is for; those in the second set only where there is something to tell.
ALWAYS = {
    "decisions": "Decisions", "decisions/*": "Decisions", "actions": "Actions", "people": "People", "organisations": "Organisations",
    "declarations": "Declarations", "papers": "Papers", "a-to-z": "Index",
}
WHERE_ANY = {"glossary": "Glossary", "glossary/*": "Term", "changes": "Changes"}


def run(site, results):
    data = Data(site)
    results.check(f"{site.name}: {len(data.files)} files of OParl data fit their schemas", data.failures + validate(data))
    results.check(f"{site.name}: every address in them leads to a file of the site", addresses(data))
    results.check(f"{site.name}: each of {len(data.objects)} ids is its own and says where it stands", ids(data))
    results.check(f"{site.name}: what refers to each other does so both ways", both_ways(data))
    results.check(f"{site.name}: the lists have all objects, each once", lists(data))
    results.check(f"{site.name}: every page with data leads to it", twins(site))
    registers = RegisterFiles(site)
    results.check(f"{site.name}: no file of a register is missing, {len(registers.files)} in all", registers.missing())
    results.check(f"{site.name}: the files of the registers fit their schemas", registers.misfits())
    results.check(f"{site.name}: every address in them leads to a file of the site, every id to an object", registers.stray(data))
    results.check(f"{site.name}: meetings are described for search engines", events(site, data))


class Data:
    """The data files of a site, and every object in them by its id."""

    def __init__(self, site):
        self.site = site
        self.files, self.failures, self.objects, self.homes = {}, [], {}, {}
        for path in sorted(site.folder.rglob("*.json")):
            name = path.relative_to(site.folder).as_posix()
            try:
                value = json.loads(path.read_bytes().decode("utf-8"), object_pairs_hook=no_twice)
            except ValueError as error:
                self.failures.append(f"{site.name}:{name}: {error}")
                continue
            if is_oparl(value):
                self.files[name] = value
        for name, value in self.files.items():
            if "data" not in value:
                for thing in things(value):
                    if urldefrag(thing["id"])[0] == BASE + name:
                        self.homes.setdefault(thing["id"], []).append(thing)
        self.objects = {id: found[0] for id, found in self.homes.items()}

    def of(self, kind):
        return [thing for thing in self.objects.values() if thing["type"] == STANDARD + kind]


def no_twice(pairs):
    double = [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]
    if double:
        raise ValueError(f"{double[0]} stands twice in one object")
    return dict(pairs)


def is_oparl(value):
    """Registers have files of their own kind."""
    if not isinstance(value, dict):
        return False
    if "data" in value:
        return {"pagination", "links"} <= value.keys()
    return "id" in value and "type" in value


def things(value):
    """Every object with an id, however deep."""
    if isinstance(value, dict):
        if "id" in value and "type" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from things(part)


def strings(value, name=""):
    """Every text with the name under which it stands."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from strings(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part, name)
    elif isinstance(value, str):
        yield name, value


def validators(folder=SCHEMAS):
    schemas = {path.stem: json.loads(path.read_text()) for path in folder.glob("*.json")}
    registry = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in schemas.values())
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    checker = Draft202012Validator.FORMAT_CHECKER
    missing = {"uri", "date", "date-time"} - set(checker.checkers)
    if missing:
        raise SystemExit(f"jsonschema cannot check the formats {missing}")
    return {name: Draft202012Validator(schema, registry=registry, format_checker=checker) for name, schema in schemas.items()}


def validate(data):
    failures, of = [], validators()
    known = {name: set(validator.schema["properties"]) for name, validator in of.items()}
    for name, value in data.files.items():
        def tell(kind, thing):
            for error in of[kind].iter_errors(thing):
                failures.append(f"{data.site.name}:{name}: {kind}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
        if "data" in value:
            tell("List", value)
        for thing in value["data"] if "data" in value else [value]:
            kind = thing["type"].removeprefix(STANDARD).removeprefix("moot:")
            if kind not in of:
                failures.append(f"{data.site.name}:{name}: no schema for {thing['type']}")
                continue
            tell(kind, thing)
        for thing in things(value):
            kind = thing["type"].removeprefix(STANDARD).removeprefix("moot:")
            for field in thing.keys() - known.get(kind, thing.keys()):
                failures.append(f"{data.site.name}:{name}: {kind} has “{field}”, which its schema does not list")
    return failures


def file_of(site, address):
    path = unquote(urldefrag(address)[0].removeprefix(BASE))
    return site.folder / (path + "index.html" if path == "" or path.endswith("/") else path)


class Anchors(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.update(value for name, value in attributes if name == "id")


def addresses(data):
    failures, anchors = [], {}
    for name, value in data.files.items():
        for key, text in strings(value):
            if not text.startswith(BASE):
                continue
            file = file_of(data.site, text)
            address, fragment = urldefrag(text)
            if not file.is_file():
                failures.append(f"{data.site.name}:{name}: {key}: nothing at {text}")
            elif fragment and file.suffix == ".html":
                if file not in anchors:
                    anchors[file] = Anchors(file.read_text()).found
                if unquote(fragment) not in anchors[file]:
                    failures.append(f"{data.site.name}:{name}: {key}: no such place {text}")
            elif fragment and text not in data.objects:
                failures.append(f"{data.site.name}:{name}: {key}: no object {text}")
    return failures


def ids(data):
    failures = []
    for name, value in data.files.items():
        if "data" not in value and value["id"] != BASE + name:
            failures.append(f"{data.site.name}:{name}: its id is {value['id']}")
    for id, found in data.homes.items():
        if len(found) > 1:
            failures.append(f"{data.site.name}: {id} stands {len(found)} times in its file")
    for name, value in data.files.items():
        for thing in things(value):
            own = data.objects.get(thing["id"])
            if own is None:
                failures.append(f"{data.site.name}:{name}: {thing['id']} does not stand in its own file")
            elif own["type"] != thing["type"] or any(own[key] != thing[key] for key in own.keys() & thing.keys() if not isinstance(own[key], (list, dict))):
                failures.append(f"{data.site.name}:{name}: {thing['id']} is said otherwise in its own file")
    return failures


def named(thing, key):
    value = thing.get(key, [])
    return [part["id"] if isinstance(part, dict) else part for part in (value if isinstance(value, list) else [value])]


class Objects(dict):
    """One that is missing has nothing that it should have."""

    def __missing__(self, id):
        return defaultdict(lambda: None, id=id)


def both_ways(data):
    failures, objects = [], Objects(data.objects)

    def need(true, thing, words):
        if not true:
            failures.append(f"{data.site.name}: {thing['id']}: {words}")

    for thing in objects.values():
        for key in REFERENCES & thing.keys():
            if thing["type"] == STANDARD + "Body" and key != "system" and key != "mainOrganization" or key == "meeting" and thing["type"] == STANDARD + "Organization":
                continue
            if key == "body" and thing["type"] == STANDARD + "System" or key == "moot:strategy" and thing["type"] == STANDARD + "Body":
                continue
            for id in named(thing, key):
                need(id in objects, thing, f"{key} leads to {id}, which is no object")
    meetings = {item: meeting["id"] for meeting in data.of("Meeting") for item in named(meeting, "agendaItem")}
    for consultation in data.of("Consultation"):
        item, paper = objects[consultation["agendaItem"]], objects[consultation["paper"]]
        need(meetings.get(item["id"]) == consultation["meeting"], consultation, "its item is of another meeting")
        need(consultation["id"] in named(item, "consultation") + named(item, "moot:consultation"), consultation, "its item does not name it")
        need(consultation["id"] in named(paper, "consultation"), consultation, "its paper does not name it")
        need(consultation["organization"] == objects[consultation["meeting"]]["organization"], consultation, "not of the meeting's committee")
        need(item["public"] is True, consultation, "an exempt item has a paper")
    for item in data.of("AgendaItem"):
        for id in named(item, "consultation") + named(item, "moot:consultation"):
            need(objects[id]["agendaItem"] == item["id"], item, f"{id} is of another item")
        need(not named(item, "moot:consultation") or named(item, "consultation") == named(item, "moot:consultation")[:1], item, "names another consultation first")
        for id in named(item, "moot:minute"):
            need(objects[id].get("agendaItem") == item["id"], item, f"{id} is of another item")
    for paper in data.of("Paper"):
        need(paper["id"] in named(objects[paper.get("moot:meeting")], "moot:paper"), paper, "its meeting does not name it")
        for id in named(paper, "subordinatedPaper"):
            need(paper["id"] in named(objects[id], "superordinatedPaper"), paper, f"{id} does not know it")
    for meeting in data.of("Meeting"):
        orders = [item["order"] for item in meeting.get("agendaItem", [])]
        need(orders == list(range(len(orders))), meeting, f"its items are in the order {orders}")
        for id in named(meeting, "moot:paper"):
            need(objects[id]["moot:meeting"] == meeting["id"], meeting, f"{id} is of another meeting")
    for organization in data.of("Organization"):
        for id in named(organization, "membership"):
            need(objects[id]["organization"] == organization["id"], organization, f"{id} is a membership elsewhere")
    for person in data.of("Person"):
        for membership in person.get("membership", []):
            need(membership["id"] in named(objects[membership["organization"]], "membership"), membership, "its organisation does not name it")
    return failures


def lists(data):
    failures = []
    body = data.files["api/oparl/body/index.json"]
    system = data.files["api/oparl/index.json"]
    bodies = data.files[system["body"].removeprefix(BASE)]["data"]
    if bodies != [body]:
        failures.append(f"{data.site.name}: the list of bodies has not the one body")
    kinds = {"organization": "Organization", "person": "Person", "meeting": "Meeting", "paper": "Paper", "agendaItem": "AgendaItem",
             "consultation": "Consultation", "file": "File", "membership": "Membership"}
    for key, kind in kinds.items():
        found, next, number = [], body[key], 0
        while next:
            page = data.files[next.removeprefix(BASE)]
            number += 1
            place = f"{data.site.name}:{next}"
            if page["links"]["self"] != next or page["pagination"]["currentPage"] != number:
                failures.append(f"{place}: says that it is another page")
            if number < page["pagination"]["totalPages"] and len(page["data"]) != page["pagination"]["elementsPerPage"]:
                failures.append(f"{place}: is not full")
            if (number > 1) != ("prev" in page["links"]):
                failures.append(f"{place}: has no page before it, or should not")
            found += page["data"]
            total, pages, next = page["pagination"]["totalElements"], page["pagination"]["totalPages"], page["links"].get("next")
        if number != pages or len(found) != total:
            failures.append(f"{data.site.name}: {key}: {number} pages and {len(found)} objects, where {pages} and {total} are announced")
        wanted = {thing["id"] for thing in data.of(kind)}
        if kind == "File":
            wanted -= {file["id"] for thing in data.objects.values() for file in thing.get("moot:file", []) if isinstance(file, dict)} - {file["id"] for file in found}
        have = Counter(thing["id"] for thing in found)
        failures += [f"{data.site.name}: {key}: {id} is missing" for id in wanted - have.keys()]
        failures += [f"{data.site.name}: {key}: {id} is no object, or stands there {count} times" for id, count in have.items() if count > 1 or id not in wanted]
    return failures


class RegisterFiles:
    """The JSON files of the registers, each with the kind that its schema is for."""

    def __init__(self, site):
        self.site, self.files = site, {}
        for pattern, kind in {**ALWAYS, **WHERE_ANY}.items():
            for path in sorted(site.folder.glob(pattern + "/index.json")):
                self.files[path.relative_to(site.folder).as_posix()] = (kind, path)

    def missing(self):
        """Files that should be there: of each register, and beside each of its pages that say they have one."""
        wanted = {pattern for pattern in ALWAYS if "*" not in pattern}
        wanted |= {pattern for pattern in WHERE_ANY if (self.site.folder / pattern / "index.html").is_file()}
        if (self.site.source / "glossary.yml").is_file():
            wanted |= {"glossary"}
        for pattern in ("decisions/*", "glossary/*"):
            wanted |= {page.parent.relative_to(self.site.folder).as_posix() for page in self.site.folder.glob(pattern + "/index.html")}
        failures = [f"{self.site.name}: no {name}/index.json" for name in wanted if name + "/index.json" not in self.files]
        found = {kind for kind, _ in self.files.values()}
        failures += [f"{self.site.name}: no file at all of {kind}" for kind in {"Decisions", "Term", "Changes"} - found]
        return failures + [f"no schema for {kind}" for kind in found - validators(REGISTERS).keys()]

    def misfits(self):
        failures, of = [], validators(REGISTERS)
        for name, (kind, path) in self.files.items():
            try:
                value = json.loads(path.read_bytes().decode("utf-8"), object_pairs_hook=no_twice)
            except ValueError as error:
                failures.append(f"{self.site.name}:{name}: {error}")
                continue
            for error in of[kind].iter_errors(value):
                failures.append(f"{self.site.name}:{name}: {kind}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
            if value.get("web") != BASE + name.removesuffix("index.json"):
                failures.append(f"{self.site.name}:{name}: says that it is {value.get('web')}")
        return failures

    def stray(self, data):
        failures = []
        for name, (_, path) in self.files.items():
            for key, text in strings(json.loads(path.read_text())):
                if text.startswith(BASE) and key not in ("resolutionText", "moot:meaning"):
                    file, (address, fragment) = file_of(self.site, text), urldefrag(text)
                    gone = name.startswith("changes/") and key == "web"
                    if not file.is_file() and not gone:
                        failures.append(f"{self.site.name}:{name}: {key}: nothing at {text}")
                    elif address.endswith("/index.json") and text not in data.objects:
                        failures.append(f"{self.site.name}:{name}: {key}: no object {text}")
        return failures


class Head(HTMLParser):
    """What a page says of its data."""

    def __init__(self, text):
        super().__init__()
        self.alternates, self.links, self.scripts, self.inside = [], [], [], False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if found.get("type") == "application/json":
            (self.alternates if tag == "link" and found.get("rel") == "alternate" else self.links).append(found.get("href"))
        if tag == "script":
            self.inside = found.get("type") == "application/ld+json"
            self.scripts.append("")

    def handle_endtag(self, tag):
        if tag == "script":
            self.inside = False

    def handle_data(self, text):
        if self.inside:
            self.scripts[-1] += text


# Pages with nothing but words for people.
WITHOUT = {"404.html", "other-formats/index.html", "search/index.html"}


def twins(site):
    failures = []
    for page in site.pages():
        name, head = page.relative_to(site.folder).as_posix(), Head(page.read_text())
        isOld = 'http-equiv="refresh"' in page.read_text() or "<h1>This page is gone" in page.read_text()
        isMade = name == "accessibility/index.html" and not (site.source / "pages/accessibility.md").exists()
        if name in WITHOUT or isOld or isMade:
            failures += [f"{site.name_of(page)}: leads to data" for _ in head.alternates + head.links]
            continue
        if len(head.alternates) != 1 or not set(head.alternates) <= set(head.links):
            failures.append(f"{site.name_of(page)}: {len(head.alternates)} links to data in its head, {len(head.links)} to follow")
        for href in head.alternates:
            if not (page.parent / href).is_file():
                failures.append(f"{site.name_of(page)}: no data at {href}")
    return failures


def events(site, data):
    failures = []
    for meeting in data.of("Meeting"):
        page = file_of(site, meeting["web"])
        if not page.is_file():
            continue
        text = page.read_text()
        scripts = Head(text).scripts
        if len(scripts) != 1:
            failures.append(f"{site.name_of(page)}: {len(scripts)} scripts")
            continue
        if any(sign in scripts[0] for sign in "<>&"):
            failures.append(f"{site.name_of(page)}: a script with marks of HTML in it")
        event = json.loads(scripts[0], object_pairs_hook=no_twice)
        failures += [f"{site.name_of(page)}: {words}" for words in faults(event, meeting)]
    return failures


def faults(event, meeting):
    if event.get("@context") != "https://schema.org" or event.get("@type") != "Event":
        yield "is no event of schema.org"
    for key in ("@id", "url", "name", "eventStatus", "startDate", "organizer"):
        if not event.get(key):
            yield f"has no {key}"
    if event["url"] != meeting["web"]:
        yield f"is at {event['url']}"
    expected = {"cancelled": "EventCancelled", "inquorate": "EventCancelled", "postponed": "EventPostponed"}.get(meeting.get("moot:status"))
    status = event["eventStatus"].removeprefix("https://schema.org/")
    if expected and status != expected or not expected and status not in ("EventScheduled", "EventRescheduled"):
        yield f"is {status}"
    if status == "EventRescheduled" and "previousStartDate" not in event or status == "EventScheduled" and "previousStartDate" in event:
        yield f"is {status}, and was to start {event.get('previousStartDate')}"
    if event["startDate"] != meeting["moot:date"] and not event["startDate"].startswith(meeting["moot:date"] + "T"):
        yield f"starts {event['startDate']}"
    for key in ("startDate", "endDate", "previousStartDate"):
        if "T" in event.get(key, ""):
            moment = datetime.fromisoformat(event[key])
            if moment.utcoffset() != moment.replace(tzinfo=ZONE).utcoffset():
                yield f"{key} {event[key]} has not the offset of that day"
    modes = {part["@type"] for part in event.get("location", [])}
    mode = event.get("eventAttendanceMode", "").removeprefix("https://schema.org/")
    if modes == {"VirtualLocation"} and mode == "OfflineEventAttendanceMode" or modes == {"Place"} and mode == "OnlineEventAttendanceMode":
        yield f"{mode}, with {modes}"
    if "location" in meeting and "moot:attendance" not in meeting and "Place" not in modes:
        yield "has no place"
