#include "reader.h"

static const unsigned char reader_py[] = {
#embed "../../4-check/Attachments/Reader/reader.py"
};

static const unsigned char look_py[] = {
#embed "../../4-check/Attachments/Reader/look.py"
};

static const unsigned char office_py[] = {
#embed "../../4-check/Attachments/Reader/office.py"
};

static const unsigned char opendocument_py[] = {
#embed "../../4-check/Attachments/Reader/opendocument.py"
};

static const unsigned char pdf_py[] = {
#embed "../../4-check/Attachments/Reader/pdf.py"
};

static const unsigned char pictures_py[] = {
#embed "../../4-check/Attachments/Reader/pictures.py"
};

static const unsigned char plain_py[] = {
#embed "../../4-check/Attachments/Reader/plain.py"
};

static const unsigned char sheets_py[] = {
#embed "../../4-check/Attachments/Reader/sheets.py"
};

static const unsigned char slides_py[] = {
#embed "../../4-check/Attachments/Reader/slides.py"
};

static const unsigned char word_py[] = {
#embed "../../4-check/Attachments/Reader/word.py"
};

static const unsigned char xmlparts_py[] = {
#embed "../../4-check/Attachments/Reader/xmlparts.py"
};

static const moot_reader_file files[] = {
    {"reader", reader_py, sizeof reader_py},
    {"look", look_py, sizeof look_py},
    {"office", office_py, sizeof office_py},
    {"opendocument", opendocument_py, sizeof opendocument_py},
    {"pdf", pdf_py, sizeof pdf_py},
    {"pictures", pictures_py, sizeof pictures_py},
    {"plain", plain_py, sizeof plain_py},
    {"sheets", sheets_py, sizeof sheets_py},
    {"slides", slides_py, sizeof slides_py},
    {"word", word_py, sizeof word_py},
    {"xmlparts", xmlparts_py, sizeof xmlparts_py},
};

size_t moot_reader_file_count(void) { return sizeof files / sizeof files[0]; }
moot_reader_file moot_reader_file_at(size_t index) { return files[index]; }
