#!/usr/bin/python3
"""Reads a locker (formats 1 to 4) from its description alone; comments name the sections of locker-format.md.
read_locker.py LOCKER [--json FILE] [--files DIR] [--device ID]; the passphrase or recovery key is the first line of standard input.
Exit 0: whole; 1: damage or missing; 2: not opened. The document judges by "this device", and a reader is none: without --device
every device is held to be this one (the strictest reading), and nothing is excused as "not arrived"."""
import argparse, hashlib, hmac, json, re, sys, unicodedata
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Callable, Iterator, NamedTuple
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

MAGIC, HEADER, CHUNK, MIB, ID = b"evidence-locker\n", 66, 16384, 1 << 20, "[0-9a-f]{32}"
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
class NotOpened(Exception): "The locker as a whole is not opened (exit 2)."
class Damaged(Exception): "One thing is not what it should be."
def require(fact: bool, why: str) -> None:
    if not fact:
        raise Damaged(why)
class Report:
    def __init__(self, device: str | None) -> None:
        kinds = ("damage", "missing", "notArrived", "unclosed", "torn", "stray", "purged", "foreign")
        self.device, self.lists = device, {kind: list[str]() for kind in kinds}
    def add(self, kind: str, line: str) -> None:
        self.lists[kind] += [line] if line not in self.lists[kind] else []
    def blame(self, kind: str, device: str, line: str) -> None:  # `kind` where it is this device's, else not arrived
        self.add(kind if self.device in (None, device) else "notArrived", line)
    @contextmanager
    def guard(self, name: str) -> Iterator[None]:
        try:
            yield
        except (Damaged, OSError) as why:
            self.add("damage", f"{name}: {why}")
    def names(self, folder: Path, pattern: str) -> list[str]:
        names = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
        self.lists["foreign"] += [f"{folder.name}/{name}" for name in names if not re.fullmatch(pattern, name)]
        return [name for name in names if re.fullmatch(pattern, name)]
    def load(self, root: Path, folder: str, pattern: str, parse: Callable[[str, bytes], Any]) -> list[Any]:
        found = []
        for name in self.names(root / folder, pattern):
            with self.guard(f"{folder}/{name}"):
                found.append(parse(name, (root / folder / name).read_bytes()))
        return found
def has(value: Any, **kinds: type) -> bool:
    return isinstance(value, dict) and all(type(value.get(name)) is kind for name, kind in kinds.items())
def is_hex(value: Any, size: int = 16) -> bool:
    return isinstance(value, str) and re.fullmatch("[0-9a-f]{%d}" % (2 * size), value) is not None
def parse_object(data: bytes, what: str) -> dict[str, Any]:
    value = None
    with suppress(ValueError, RecursionError):
        value = json.loads(data.decode("utf-8"))
    require(isinstance(value, dict), f"{what} is no JSON object")
    return value

# Keys
def derive(key: bytes, locker: str, purpose: str) -> bytes:
    return HKDF(hashes.SHA512(), 32, locker.encode(), f"evidence-locker/v1/{purpose}".encode()).derive(key)
def parse_recovery_key(text: str) -> bytes | None:  # None where the text is no recovery key
    plain = re.sub(r"[\s-]", "", text).upper().translate(str.maketrans("OIL", "011"))
    if not re.fullmatch(f"[{CROCKFORD}]{{56}}", plain):
        return None
    data = sum(CROCKFORD.index(letter) << 5 * place for place, letter in enumerate(reversed(plain))).to_bytes(35, "big")
    return data[:32] if hashlib.sha256(data[:32]).digest()[:3] == data[32:] else None

# Sealed messages
def unseal(key: bytes, locker: str, kind: str, name: str, message: bytes) -> bytes:
    salt, commitment = message[:24], message[24:56]
    info = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0" + salt + f"evidence-locker/v1/{kind}/{locker}/{name}".encode()
    derived = HKDFExpand(hashes.SHA512(), 76, info).derive(key)
    require(hmac.compare_digest(derived[44:], commitment), "the seal does not open (commitment)")
    cipher, nonce, plain = AESGCM(derived[:32]), int.from_bytes(derived[32:44], "big"), bytearray()
    for number, place in enumerate(range(56, len(message) + CHUNK + 16, CHUNK + 16)):
        chunk = message[place:place + CHUNK + 16]
        try:
            plain += cipher.decrypt((nonce ^ number).to_bytes(12, "big"), chunk, None)
        except (InvalidTag, ValueError):
            break
        if len(chunk) < CHUNK + 16:  # the last chunk is always shorter
            return bytes(plain)
    raise Damaged(f"the seal does not open (chunk {number})")

# Slots
class Slot:
    def __init__(self, name: str, lines: list[bytes], fields: dict[str, Any]) -> None:
        self.name, self.line, self.mac, self.fields = name, lines[0] + b"\n", bytes.fromhex(lines[1].decode()), fields
    def unwrap(self, secret: str, recovery: bytes | None) -> bytes | None:
        kdf, locker, kind, material = self.fields["kdf"], self.fields["lockerId"], self.fields["kind"], recovery
        if kind == "passphrase":
            passphrase = unicodedata.normalize("NFC", secret).encode("utf-8")
            material = hash_secret_raw(passphrase, bytes.fromhex(kdf["salt"]), kdf["t"], kdf["m"], 1, 32, Type.ID, 0x13)
        with suppress(Damaged):
            wrapped = bytes.fromhex(self.fields["wrapped"])
            return unseal(derive(material, locker, "slot"), locker, "slot", kind, wrapped) if material else None
        return None
def check_kdf(kdf: Any, kind: Any) -> None:  # Keys: the bounds of Argon2id, before anything begins
    if kind == "recovery" and kdf is None:
        return
    require(kind == "passphrase", "its kind is not known")
    require(has(kdf, m=int, t=int, p=int) and kdf.get("alg") == "argon2id13" and kdf["p"] == 1, "its key derivation is not known")
    require(64 * 1024 <= kdf["m"] <= MIB, "refused: its Argon2id memory is out of bounds")
    require(3 <= kdf["t"] <= 16 and is_hex(kdf.get("salt")), "refused: its passes or salt are out of bounds")
def parse_slot(name: str, data: bytes) -> Slot:
    require(hashlib.sha256(data).hexdigest()[:32] == name, "its name is not its hash")
    lines = data.split(b"\n")
    require(len(lines) == 3 and not lines[2] and data.isascii() and is_hex(lines[1].decode(), 64), "it is not two lines of ASCII")
    fields = parse_object(lines[0], "its first line")
    require(has(fields, format=int, minReader=int), "its format is no number")
    if fields["minReader"] > 2:  # Reading 1
        raise NotOpened(f"slots/{name}: this locker is newer than this reader")
    require(is_hex(fields.get("lockerId")) and is_hex(fields.get("wrapped"), 104) and is_hex(fields.get("commitment"), 32), "no ids")
    check_kdf(fields.get("kdf"), fields.get("kind"))
    return Slot(name, lines, fields)
def open_slots(slots: list[Slot], secret: str, report: Report) -> tuple[Slot, str, dict[str, bytes]]:
    recovery = parse_recovery_key(secret)
    final = [one.fields for one in slots if one.fields["kind"] == "passphrase" and not one.fields.get("pending")]
    chain = {one["lockerId"]: one["follows"] for one in final if one.get("follows")}  # Renewed keys: a locker -> the one before it
    free = [one for one in slots if not one.fields.get("pending") and one.fields["lockerId"] not in chain.values()]
    usable = [one for one in free if (one.fields["lockerId"] in chain if chain else not one.fields.get("follows"))]
    for slot in sorted(usable, key=lambda one: (one.fields["kind"] == "recovery") != (recovery is not None)):
        master, locker = slot.unwrap(secret, recovery), slot.fields["lockerId"]
        if master:
            keys = {use: derive(master, locker, use) for use in ("slot-mac", "commitment", "keys", "journal", "epoch")}
            report.lists["stray"] += [f"slots/{one.name}: of another locker" for one in slots if one.fields["lockerId"] != locker]
            for other in [one for one in slots if one.fields["lockerId"] == locker]:
                with report.guard(f"slots/{other.name}"):
                    require(hmac.digest(keys["slot-mac"], other.line, "sha512") == other.mac, "its MAC does not fit")
                    require(keys["commitment"].hex() == other.fields["commitment"], "its commitment does not fit")
            if not any(line.startswith(f"slots/{slot.name}:") for line in report.lists["damage"]):
                return slot, locker, keys
    raise NotOpened("; ".join(["no slot opens with this secret", *report.lists["damage"]]))

# Key pools, views
class Pools(NamedTuple):
    files: list[str]
    keys: dict[str, bytes]
def open_pools(root: Path, locker: str, key: bytes, twice: bool, report: Report) -> Pools:
    pools = Pools(report.names(root / "keys", ID + r"(\.2)?"), {})
    for name in pools.files:
        with report.guard(f"keys/{name}"):
            plain = unseal(key, locker, "keys", name[:32], (root / "keys" / name).read_bytes())
            require(len(plain) % 32 == 0, "it is not a list of keys")
            for place, found in enumerate(plain[start:start + 32] for start in range(0, len(plain), 32)):
                if any(found):  # 32 zero bytes are no key; each key is taken from whichever file holds it
                    require(pools.keys.setdefault(f"{name[:32]}-{place}", found) == found, f"key {place} is not the other file's")
        other = name[:32] if name.endswith(".2") else name + ".2"
        if other not in pools.files and (twice or name.endswith(".2")):  # lockers of format 1 have no second files
            report.add("missing", f"keys/{other}: keys/{name} is there without it")
    return pools
def check_epochs(root: Path, locker: str, key: bytes, report: Report) -> None:
    report.load(root, "epoch", ID, lambda name, data: require(len(unseal(key, locker, "epoch", name, data)) == 64, "not 64 bytes"))

# Segments
class Frame(NamedTuple):
    index: int
    end: int
    head: dict[str, Any]
    parts: list[tuple[str, bytes]]
class Segment:
    def __init__(self, device: str, run: str, data: bytes) -> None:
        self.device, self.run, self.data, self.name = device, run, data, f"journal/{device}/{run}.seg"
        self.ids, self.format, self.zeros = data[18:HEADER].hex(), int.from_bytes(data[16:18], "big"), len(data.rstrip(b"\0"))
        self.end, self.taken, self.closed, self.frames = 0, True, False, list[Frame]()
        self.ends = dict[int, str]()  # where the header and each frame end -> its hash
        fitting = self.data[HEADER + 8:HEADER + 40] == hashlib.sha256(self.data[:HEADER]).digest()
        self.header_fits = fitting and self.data.startswith(MAGIC)  # frame 0 was written behind just this header
        self.vouchless = len(data) < HEADER + 40 and data.startswith(MAGIC)  # it ends before frame 0's prev does
    def check_header(self, locker: str, report: Report) -> bool:
        wanted = [MAGIC + bytes([0, number]) + bytes.fromhex(locker + self.device + self.run) for number in (1, 2, 3, 4)]
        if self.data[:HEADER] in wanted:
            return True
        if self.zeros < HEADER and any(one.startswith(self.data[:self.zeros]) for one in wanted):
            report.add("torn", f"{self.name}: within the header")
        elif (self.header_fits or self.vouchless) and self.ids[:32] != locker:
            report.add("stray", f"{self.name}: of another locker")
        else:
            report.add("damage", f"{self.name} header: {'ids not those of its name' if self.header_fits else 'altered'}")
            return not self.header_fits and len(self.data) > HEADER  # an altered header leaves the frames usable
        return False
    def find_frame(self, start: int, locker: str, key: bytes) -> int:  # the next frame that opens, else the end
        for place in range(start, len(self.data) - 111):
            if 0 < (size := self.length(place)) <= len(self.data) - place - 8:
                with suppress(Damaged):
                    unseal(key, locker, "frame", self.run, self.data[place + 40:place + 8 + size])
                    return place
        return len(self.data)
    def length(self, place: int) -> int:  # 0 where the two disagree or are out of bounds
        size, complement = (int.from_bytes(self.data[place + at:place + at + 4], "big") for at in (0, 4))
        return size if size ^ complement == 0xFFFFFFFF and 104 <= size <= 16 * MIB else 0
    def walk(self, locker: str, key: bytes, report: Report) -> None:  # a damaged frame is not read, others are
        self.taken = self.check_header(locker, report)
        if not self.taken:
            return
        before, trusted = hashlib.sha256(self.data[:HEADER]).digest(), f"{self.name} header: altered" not in report.lists["damage"]
        place, index, exact, self.end, self.ends[HEADER] = HEADER, 0, True, HEADER, before.hex()
        while place < len(self.data):
            size, name = self.length(place), f"{self.name} frame {index}"
            stop, prev = place + 8 + size, self.data[place + 8:place + 40]
            if self.zeros < place + 8 or len(self.data) < place + 8 or size and stop > len(self.data):
                return report.add("torn", f"{name}: the segment ends within it, at byte {place}")
            if not size:
                report.add("damage", f"{name}: its two lengths disagree or are out of bounds, at byte {place}")
                self.end = place = self.find_frame(place + 1, locker, key)
                index, exact, trusted = index + 1, False, False
                continue
            wanted, loose, fits = index, not exact, prev == before or not trusted  # one damage is named once
            index, exact, trusted = index + 1, True, False
            with report.guard(name):
                try:
                    frame = parse_frame(unseal(key, locker, "frame", self.run, self.data[place + 40:stop]), stop, prev)
                except Damaged:
                    if self.zeros < stop:
                        return report.add("torn", f"{name}: zeros reach into its tag, at byte {place}")
                    raise
                index, trusted = frame.index + 1, True
                require(frame.index == wanted or loose, f"its index is not next but {frame.index}")
                require(fits, "prev is not the hash of the frame before")
                require((frame.head["kind"] == "opened") == (frame.index == 0), "its kind is not that of its place")
                require(not self.closed, "it stands behind the closing frame")
                self.frames.append(frame)
                self.closed = frame.head["kind"] == "closed"
            before, place, self.end = hashlib.sha256(self.data[place:stop]).digest(), stop, stop
            self.ends[stop] = before.hex()
def load_segments(root: Path, report: Report) -> list[Segment]:
    segments = list[Segment]()
    for device in report.names(root / "journal", ID):
        segments += report.load(root, f"journal/{device}", ID + r"\.seg", lambda name, data: Segment(device, name[:32], data))
    for segment in segments:
        if segment.header_fits and segment.format > 4:  # Reading, last sentence; needs no key
            raise NotOpened(f"{segment.name}: this locker is newer than this reader")
    return segments
def parse_frame(outer: bytes, end: int, prev: bytes) -> Frame:
    place = 4 + int.from_bytes(outer[:4], "big")
    head, parts = parse_object(outer[4:place], "its head"), []
    require(has(head, index=int, clock=int, seq=int, at=int), "its numbers are no numbers")
    if head.get("kind") == "opened":
        kinds = {"device": str, "run": str, "length": int, "head": str, "abandoned": bool}
        require(has(head, earlier=list) and all(has(one, **kinds) for one in head["earlier"]), "its records are not understood")
    elif head.get("kind") == "closed":
        require(head.get("frames") == head["index"] + 1 and head.get("head") == prev.hex(), "it closes another run than this")
    else:
        require(head.get("kind") == "acts" and has(head, parts=list), "its kind is not known")
        require(all(has(one, key=str, bytes=int) and one["bytes"] >= 0 for one in head["parts"]), "its parts are not understood")
        for part in head["parts"]:
            parts.append((part["key"], outer[place:place + part["bytes"]]))
            place += part["bytes"]
    require(place == len(outer), "its parts are not as long as it says")
    return Frame(head["index"], end, head, parts)
def check_records(segments: list[Segment], report: Report) -> None:  # What a run records; A failed append; Reading 3
    by_run, settled = {(one.device, one.run): one for one in segments}, set()
    for witness, record in [(one, record) for one in segments for frame in one.frames for record in frame.head.get("earlier", [])]:
        device, length = record["device"], record["length"]
        segment, name = by_run.get((device, record["run"])), f"journal/{device}/{record['run']}.seg"
        if segment is None:
            report.blame("missing", witness.device, f"{name}: recorded by {witness.name}")
            continue
        if length and segment.ends.get(length) != record["head"]:
            what = "shorter than" if length > segment.end else "another hash than"
            report.blame("damage", device, f"{name}: {what} recorded at {length} by {witness.name}")
            segment.taken = segment.taken and report.device in (None, device)  # not arrived: all of it
        if device == witness.device:
            settled.add((name, segment.end if record["abandoned"] else length))
            if record["abandoned"]:  # readers take nothing beyond it
                segment.frames = [frame for frame in segment.frames if frame.end <= length]
    for segment in segments:
        if segment.end and not segment.closed and (segment.name, segment.end) not in settled:
            last = [datetime(1970, 1, 1) + timedelta(milliseconds=frame.head["at"]) for frame in segment.frames[-1:]]
            report.add("unclosed", f"{segment.name}: last frame {last[0].isoformat() + 'Z' if last else 'none'}")

# Parts, order, purging
class Part:
    def __init__(self, segment: Segment, frame: Frame, key: str) -> None:
        self.name, self.segment, self.frame, self.key = f"{segment.name} frame {frame.index}", segment, frame, key
        self.subject, self.fault, self.changes = "", "", list[dict[str, Any]]()
def parse_part(plain: bytes) -> tuple[str, list[dict[str, Any]]]:
    part = parse_object(plain, "it")
    kinds = {"id": str, "seq": int, "clock": int, "at": int, "person": str, "kind": str, "payload": dict}  # payloads: undescribed
    require(has(part, subject=str, changes=list) and all(has(one, **kinds) for one in part["changes"]), "it is not understood")
    return part["subject"], part["changes"]
def open_parts(segments: list[Segment], pools: Pools, locker: str) -> Iterator[Part]:
    for segment, frame in [(one, frame) for one in segments if one.taken for frame in one.frames]:
        for place, (key, message) in enumerate(frame.parts):
            part, name = Part(segment, frame, key), f"{segment.run}-{frame.index}-{place}"
            try:
                if key in pools.keys:
                    part.subject, part.changes = parse_part(unseal(pools.keys[key], locker, "part", name, message))
            except Damaged as why:
                part.fault = f"part {place}: {why}"
            yield part
class Purge:
    def __init__(self, parts: list[Part]) -> None:
        found = [one["payload"] for part in parts if part.subject == "library" for one in part.changes if one["kind"] == "purged"]
        self.sources = {payload.get("source") for payload in found}
        self.subjects, self.keys, self.files = ({name for one in found for name in one[what]} for what in ("subjects", "keys", "files"))
    def covers(self, part: Part) -> bool:
        kind, _, rest = part.subject.partition("/")
        known = part.key in self.keys or part.subject in self.subjects
        return known or kind in ("source", "marks") and rest.split("/")[0] in self.sources
def sift(parts: list[Part], pools: Pools, purge: Purge, report: Report) -> list[Part]:
    """The parts that count. Acts of one frame stand or fall together: a frame with a damaged part is not read."""
    kept, faulty = list[Part](), {id(part.frame) for part in parts if part.fault and not purge.covers(part)}
    for part in parts:
        pool, device = part.key[:32], part.segment.device
        if purge.covers(part):
            report.add("purged", f"{part.name}: of a purged source")
        elif part.key in pools.keys and not part.fault:
            kept.append(part)
        elif part.fault:
            report.add("damage", f"{part.name}: {part.fault}")
        elif pool in pools.files or pool + ".2" in pools.files:  # Purging, last sentence, or the pool does not open
            report.blame("damage", device, f"{part.name}: its key {part.key} is empty or not to be had")
        else:
            report.blame("missing", device, f"keys/{pool}: named by {part.name}")
    return [part for part in kept if id(part.frame) not in faulty]
def check_replaced_slots(changes: list[dict[str, Any]], slots: list[Slot], opened: Slot, report: Report) -> None:
    removed = {one["payload"].get("slot") for one in changes if one["kind"] == "slot-removed"}
    replaced = {name for one in changes if one["kind"] == "passphrase-changed" for name in one["payload"].get("replaced", [])}
    report.lists["stray"] += [f"slots/{one.name}: replaced or removed" for one in slots if one.name in removed | replaced]
    if opened.name in removed and any(one.fields["kind"] == "passphrase" and one.name not in removed for one in slots):
        raise NotOpened(f"slots/{opened.name} was removed and another passphrase is there")

# Files
def padded(size: int) -> int:
    exponent = size.bit_length() - 1  # Padmé (PETS 2019), at least 4096
    mask = (1 << max(0, exponent - exponent.bit_length())) - 1
    return max(4096, size + mask & ~mask)
def parse_file(plain: bytes, named: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    end = len(plain) - 4 - int.from_bytes(plain[-4:], "big")
    require(len(plain) >= 4096 and end >= 0, "the length of its JSON is wrong")
    about = parse_object(plain[end:-4], "its JSON")
    size = about.get("sizeBytes")
    require(type(size) is int and 0 <= size <= end and hashlib.sha256(plain[:size]).hexdigest() == about.get("sha256"), "its hash is wrong")
    require(not any(plain[size:end]) and len(plain) == padded(len(plain) - end + size), "its padding is not what it should be")
    about = {name: about.get(name) for name in ("name", "mediaType", "sizeBytes", "sha256")}
    require(all(named.get(name, value) == value for name, value in about.items()), "it is not what the journal says of it")
    return about, plain[:size]
def unseal_file(name: str, locker: str, keys: list[bytes], message: bytes) -> bytes:
    for key in keys:  # a subject may have several keys; the document does not say which is a file's
        with suppress(Damaged):
            return unseal(key, locker, "file", name, message)
    raise Damaged("the seal does not open with any key of its subject")
def read_files(root: Path, locker: str, parts: list[Part], pools: Pools, purge: Purge, report: Report, out: Path | None) -> dict[str, Any]:
    there, seen, found = set(report.names(root / "files", ID)), set(purge.files), {}
    payloads = [(part, one["payload"]) for part in parts for one in part.changes]
    for part, named in [(part, value) for part, payload in payloads for value in payload.values() if has(value, file=str)]:
        name = named["file"]  # `original`, `working` of a payload; which others there are is not in the document
        if name not in there and name not in seen:
            report.blame("missing", part.segment.device, f"files/{name}: named by {part.name}")
        elif name not in seen:
            keys = dict.fromkeys([part.key] + [one.key for one in parts if one.subject == part.subject])
            with report.guard(f"files/{name}"):
                plain = unseal_file(name, locker, [pools.keys[key] for key in keys], (root / "files" / name).read_bytes())
                found[name], data = parse_file(plain, named)
                if out:
                    (out / name).write_bytes(data)
        seen.add(name)
    report.lists["purged"] += [f"files/{name}: still there" for name in sorted(there & purge.files)]
    report.lists["stray"] += [f"files/{name}: no change names it" for name in sorted(there - seen)]
    return found

# Reading, and what is wrong
def read_locker(root: Path, secret: str, report: Report, out: Path | None) -> dict[str, Any]:
    slots, segments = report.load(root, "slots", ID, parse_slot), load_segments(root, report)
    opened, locker, keys = open_slots(slots, secret, report)
    newest = max((one.format for one in segments if one.header_fits and one.ids[:32] == locker), default=1)
    pools = open_pools(root, locker, keys["keys"], newest > 1, report)
    check_epochs(root, locker, keys["epoch"], report)
    for segment in segments:
        segment.walk(locker, keys["journal"], report)
    check_records(segments, report)
    every = list(open_parts(segments, pools, locker))
    parts = sift(every, pools, purge := Purge(every), report)
    changes = [{**one, "device": part.segment.device, "subject": part.subject} for part in parts for one in part.changes]
    changes.sort(key=lambda one: (one["clock"], one["device"], one["seq"], one["id"]))  # Order
    check_replaced_slots(changes, slots, opened, report)
    return {"lockerId": locker, "format": newest, "changes": changes,
            "files": read_files(root, locker, parts, pools, purge, report, out), **report.lists}
def main() -> int:
    parser = argparse.ArgumentParser()
    for option, kind in (("locker", Path), ("--json", Path), ("--files", Path), ("--device", str)):
        parser.add_argument(option, type=kind)
    options = parser.parse_args()
    secret, report = sys.stdin.buffer.readline().decode("utf-8", "replace").rstrip("\r\n"), Report(options.device)
    if options.files:
        options.files.mkdir(parents=True, exist_ok=True)
    try:
        result = read_locker(options.locker, secret, report, options.files)
    except NotOpened as why:
        print(f"not opened: {why}", file=sys.stderr)
        return 2
    if options.json:
        options.json.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")
    lines = [f"{kind}: {line}" for kind, found in report.lists.items() for line in found]
    print(f"{len(result['changes'])} changes, {len(result['files'])} files", *lines, sep="\n", file=sys.stderr)
    return 1 if report.lists["damage"] or report.lists["missing"] else 0
if __name__ == "__main__":
    sys.exit(main())
