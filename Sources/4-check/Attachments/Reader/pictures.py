"""Pictures and films: where they were taken, and by whom."""

import io
import re

import look as looking

GPS, LATITUDE, LONGITUDE, ARTIST = 0x8825, 2, 4, 0x013B
# In the words of XMP, as programs write them beside EXIF.
XMP_PLACE = re.compile(rb"exif:GPSLatitude|\bGPSLatitude\b|photoshop:City|Iptc4xmpCore:Location")


def look(data, found, place="picture"):
    from PIL import Image, UnidentifiedImageError

    try:
        picture = Image.open(io.BytesIO(data))
        exif = picture.getexif()
        position = exif.get_ifd(GPS)
    except UnidentifiedImageError:
        raise looking.CannotLook("it is of a kind that cannot be looked into") from None
    except Exception:
        raise looking.CannotLook("its picture is broken") from None
    xmp = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    xmp = xmp.encode() if isinstance(xmp, str) else xmp
    if LATITUDE in position or LONGITUDE in position or XMP_PLACE.search(xmp):
        found.add("position", place)
    artist = exif.get(ARTIST)
    found.author(artist if isinstance(artist, str) else None)
    for key in ("Title", "Description", "Comment"):
        value = picture.info.get(key)
        found.paragraph("its description", value if isinstance(value, str) else None)


def look_if_one(data, found, place):
    """Of pictures within other files; drawings of Windows and the like hold no position."""
    if not data.startswith((b"\xff\xd8", b"\x89PNG", b"II*\0", b"MM\0*", b"RIFF")):
        return
    try:
        look(data, found, place)
    except looking.CannotLook as error:
        found.trouble(f"{place}: {error}")


def is_film(data):
    return data[4:8] == b"ftyp" and data[8:12] not in (b"heic", b"heix", b"mif1", b"avif")


def look_into_film(data, found):
    """Telephones write the place where a film was taken beside it."""
    if b"\xa9xyz" in data or b"com.apple.quicktime.location" in data:
        found.add("position", "film")
