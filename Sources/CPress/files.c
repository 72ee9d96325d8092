#include "press.h"

static const unsigned char script[] = {
#embed "../Printing/Press/press.py"
};

static const unsigned char sheet[] = {
#embed "../Printing/Press/pack.css"
};

struct moot_press_file moot_press_script(void) { return (struct moot_press_file){script, sizeof script}; }

struct moot_press_file moot_press_sheet(void) { return (struct moot_press_file){sheet, sizeof sheet}; }
