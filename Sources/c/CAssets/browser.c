#include "browser.h"

#include <string.h>

static const unsigned char edit_js[] = {
#embed "../../authoring/PreviewServer/Browser/edit.js"
};

static const unsigned char events_js[] = {
#embed "../../authoring/PreviewServer/Browser/events.js"
};

static const unsigned char files_js[] = {
#embed "../../authoring/PreviewServer/Browser/files.js"
};

static const unsigned char morph_js[] = {
#embed "../../authoring/PreviewServer/Browser/morph.js"
};

static const unsigned char page_js[] = {
#embed "../../authoring/PreviewServer/Browser/page.js"
};

static const unsigned char panel_css[] = {
#embed "../../authoring/PreviewServer/Browser/panel.css"
};

static const unsigned char panel_js[] = {
#embed "../../authoring/PreviewServer/Browser/panel.js"
};

static const unsigned char preview_css[] = {
#embed "../../authoring/PreviewServer/Browser/preview.css"
};

static const unsigned char preview_js[] = {
#embed "../../authoring/PreviewServer/Browser/preview.js"
};

static const unsigned char problems_js[] = {
#embed "../../authoring/PreviewServer/Browser/problems.js"
};

static const unsigned char worker_js[] = {
#embed "../../authoring/PreviewServer/Browser/worker.js"
};

static const struct moot_browser_file files[] = {
    {"edit.js", edit_js, sizeof edit_js},
    {"events.js", events_js, sizeof events_js},
    {"files.js", files_js, sizeof files_js},
    {"morph.js", morph_js, sizeof morph_js},
    {"page.js", page_js, sizeof page_js},
    {"panel.css", panel_css, sizeof panel_css},
    {"panel.js", panel_js, sizeof panel_js},
    {"preview.css", preview_css, sizeof preview_css},
    {"preview.js", preview_js, sizeof preview_js},
    {"problems.js", problems_js, sizeof problems_js},
    {"worker.js", worker_js, sizeof worker_js},
};

struct moot_browser_file moot_browser_file(const char *name) {
    for (size_t at = 0; at < sizeof files / sizeof *files; at++) {
        if (strcmp(files[at].name, name) == 0) return files[at];
    }
    return (struct moot_browser_file){NULL, NULL, 0};
}
