#include "print.h"

static const unsigned char script[] = {
#embed "../../5-render/PDF/WeasyPrint/press.py"
};

static const unsigned char sheet[] = {
#embed "../../5-render/PDF/WeasyPrint/pack.css"
};

struct moot_print_file moot_print_script(void) { return (struct moot_print_file){script, sizeof script}; }

struct moot_print_file moot_print_sheet(void) { return (struct moot_print_file){sheet, sizeof sheet}; }
