// Written by list-files.
#include "files.h"

static const unsigned char file0[] = {
#embed "../../../Public/icon.svg"
};

static const unsigned char file1[] = {
#embed "../../../Public/search-index.js"
};

static const unsigned char file2[] = {
#embed "../../../Public/search.js"
};

static const unsigned char file3[] = {
#embed "../../../Public/site.css"
};

static const unsigned char file4[] = {
#embed "../../../Sources/2-read/Vocabulary/Words/cy.words"
};

static const unsigned char file5[] = {
#embed "../../../Sources/2-read/Vocabulary/Words/de.words"
};

static const unsigned char file6[] = {
#embed "../../../Sources/2-read/Vocabulary/Words/en.words"
};

static const unsigned char file7[] = {
#embed "../../../Sources/2-read/Vocabulary/Words/fr.words"
};

static const unsigned char file8[] = {
#embed "../../../Templates/accessibility.mustache"
};

static const unsigned char file9[] = {
#embed "../../../Templates/actions.mustache"
};

static const unsigned char file10[] = {
#embed "../../../Templates/changes.mustache"
};

static const unsigned char file11[] = {
#embed "../../../Templates/chapter.mustache"
};

static const unsigned char file12[] = {
#embed "../../../Templates/committee.mustache"
};

static const unsigned char file13[] = {
#embed "../../../Templates/committees.mustache"
};

static const unsigned char file14[] = {
#embed "../../../Templates/decisions.mustache"
};

static const unsigned char file15[] = {
#embed "../../../Templates/declarations.mustache"
};

static const unsigned char file16[] = {
#embed "../../../Templates/glossary.mustache"
};

static const unsigned char file17[] = {
#embed "../../../Templates/home.mustache"
};

static const unsigned char file18[] = {
#embed "../../../Templates/icons/calendar.mustache"
};

static const unsigned char file19[] = {
#embed "../../../Templates/icons/clock.mustache"
};

static const unsigned char file20[] = {
#embed "../../../Templates/icons/decided.mustache"
};

static const unsigned char file21[] = {
#embed "../../../Templates/icons/download.mustache"
};

static const unsigned char file22[] = {
#embed "../../../Templates/icons/lock.mustache"
};

static const unsigned char file23[] = {
#embed "../../../Templates/icons/minutes.mustache"
};

static const unsigned char file24[] = {
#embed "../../../Templates/icons/pack.mustache"
};

static const unsigned char file25[] = {
#embed "../../../Templates/icons/people.mustache"
};

static const unsigned char file26[] = {
#embed "../../../Templates/icons/place.mustache"
};

static const unsigned char file27[] = {
#embed "../../../Templates/icons/search.mustache"
};

static const unsigned char file28[] = {
#embed "../../../Templates/icons/stopped.mustache"
};

static const unsigned char file29[] = {
#embed "../../../Templates/icons/watch.mustache"
};

static const unsigned char file30[] = {
#embed "../../../Templates/index.mustache"
};

static const unsigned char file31[] = {
#embed "../../../Templates/layout.mustache"
};

static const unsigned char file32[] = {
#embed "../../../Templates/meeting-year.mustache"
};

static const unsigned char file33[] = {
#embed "../../../Templates/meeting.mustache"
};

static const unsigned char file34[] = {
#embed "../../../Templates/meetings.mustache"
};

static const unsigned char file35[] = {
#embed "../../../Templates/minutes.mustache"
};

static const unsigned char file36[] = {
#embed "../../../Templates/not-found.mustache"
};

static const unsigned char file37[] = {
#embed "../../../Templates/organisation.mustache"
};

static const unsigned char file38[] = {
#embed "../../../Templates/organisations.mustache"
};

static const unsigned char file39[] = {
#embed "../../../Templates/other-formats.mustache"
};

static const unsigned char file40[] = {
#embed "../../../Templates/pack.mustache"
};

static const unsigned char file41[] = {
#embed "../../../Templates/page.mustache"
};

static const unsigned char file42[] = {
#embed "../../../Templates/paper-year.mustache"
};

static const unsigned char file43[] = {
#embed "../../../Templates/paper.mustache"
};

static const unsigned char file44[] = {
#embed "../../../Templates/papers.mustache"
};

static const unsigned char file45[] = {
#embed "../../../Templates/parts/action-row.mustache"
};

static const unsigned char file46[] = {
#embed "../../../Templates/parts/attendance.mustache"
};

static const unsigned char file47[] = {
#embed "../../../Templates/parts/bars-table.mustache"
};

static const unsigned char file48[] = {
#embed "../../../Templates/parts/bars.mustache"
};

static const unsigned char file49[] = {
#embed "../../../Templates/parts/calendar-month.mustache"
};

static const unsigned char file50[] = {
#embed "../../../Templates/parts/chapter-text.mustache"
};

static const unsigned char file51[] = {
#embed "../../../Templates/parts/chapters.mustache"
};

static const unsigned char file52[] = {
#embed "../../../Templates/parts/contact.mustache"
};

static const unsigned char file53[] = {
#embed "../../../Templates/parts/contents-if-any.mustache"
};

static const unsigned char file54[] = {
#embed "../../../Templates/parts/contents.mustache"
};

static const unsigned char file55[] = {
#embed "../../../Templates/parts/date-row.mustache"
};

static const unsigned char file56[] = {
#embed "../../../Templates/parts/decision-row.mustache"
};

static const unsigned char file57[] = {
#embed "../../../Templates/parts/declaration-row.mustache"
};

static const unsigned char file58[] = {
#embed "../../../Templates/parts/downloads.mustache"
};

static const unsigned char file59[] = {
#embed "../../../Templates/parts/former-parts.mustache"
};

static const unsigned char file60[] = {
#embed "../../../Templates/parts/history.mustache"
};

static const unsigned char file61[] = {
#embed "../../../Templates/parts/item.mustache"
};

static const unsigned char file62[] = {
#embed "../../../Templates/parts/languages.mustache"
};

static const unsigned char file63[] = {
#embed "../../../Templates/parts/meeting-doors.mustache"
};

static const unsigned char file64[] = {
#embed "../../../Templates/parts/meeting-facts.mustache"
};

static const unsigned char file65[] = {
#embed "../../../Templates/parts/meeting-more.mustache"
};

static const unsigned char file66[] = {
#embed "../../../Templates/parts/meeting-row.mustache"
};

static const unsigned char file67[] = {
#embed "../../../Templates/parts/meeting-standing.mustache"
};

static const unsigned char file68[] = {
#embed "../../../Templates/parts/meeting-tags.mustache"
};

static const unsigned char file69[] = {
#embed "../../../Templates/parts/meeting-takeaway.mustache"
};

static const unsigned char file70[] = {
#embed "../../../Templates/parts/meeting-when.mustache"
};

static const unsigned char file71[] = {
#embed "../../../Templates/parts/member.mustache"
};

static const unsigned char file72[] = {
#embed "../../../Templates/parts/minute-part.mustache"
};

static const unsigned char file73[] = {
#embed "../../../Templates/parts/month-links.mustache"
};

static const unsigned char file74[] = {
#embed "../../../Templates/parts/name.mustache"
};

static const unsigned char file75[] = {
#embed "../../../Templates/parts/open-item.mustache"
};

static const unsigned char file76[] = {
#embed "../../../Templates/parts/outcome.mustache"
};

static const unsigned char file77[] = {
#embed "../../../Templates/parts/paper-facts.mustache"
};

static const unsigned char file78[] = {
#embed "../../../Templates/parts/paper-row.mustache"
};

static const unsigned char file79[] = {
#embed "../../../Templates/parts/paper-whole.mustache"
};

static const unsigned char file80[] = {
#embed "../../../Templates/parts/person-row.mustache"
};

static const unsigned char file81[] = {
#embed "../../../Templates/parts/reading-time.mustache"
};

static const unsigned char file82[] = {
#embed "../../../Templates/parts/referring-folded.mustache"
};

static const unsigned char file83[] = {
#embed "../../../Templates/parts/referring-section.mustache"
};

static const unsigned char file84[] = {
#embed "../../../Templates/parts/referring.mustache"
};

static const unsigned char file85[] = {
#embed "../../../Templates/parts/seat.mustache"
};

static const unsigned char file86[] = {
#embed "../../../Templates/parts/section.mustache"
};

static const unsigned char file87[] = {
#embed "../../../Templates/parts/strategy-facts.mustache"
};

static const unsigned char file88[] = {
#embed "../../../Templates/parts/subscription.mustache"
};

static const unsigned char file89[] = {
#embed "../../../Templates/parts/supplement-section.mustache"
};

static const unsigned char file90[] = {
#embed "../../../Templates/parts/supplement.mustache"
};

static const unsigned char file91[] = {
#embed "../../../Templates/parts/tall-bars.mustache"
};

static const unsigned char file92[] = {
#embed "../../../Templates/parts/time-lanes.mustache"
};

static const unsigned char file93[] = {
#embed "../../../Templates/parts/timeline-events.mustache"
};

static const unsigned char file94[] = {
#embed "../../../Templates/parts/timeline.mustache"
};

static const unsigned char file95[] = {
#embed "../../../Templates/parts/trail-folded.mustache"
};

static const unsigned char file96[] = {
#embed "../../../Templates/parts/trail.mustache"
};

static const unsigned char file97[] = {
#embed "../../../Templates/people.mustache"
};

static const unsigned char file98[] = {
#embed "../../../Templates/person.mustache"
};

static const unsigned char file99[] = {
#embed "../../../Templates/redirect.mustache"
};

static const unsigned char file100[] = {
#embed "../../../Templates/search.mustache"
};

static const unsigned char file101[] = {
#embed "../../../Templates/strategies.mustache"
};

static const unsigned char file102[] = {
#embed "../../../Templates/strategy.mustache"
};

static const unsigned char file103[] = {
#embed "../../../Templates/term.mustache"
};

static const unsigned char file104[] = {
#embed "../../../Templates/whole-strategy.mustache"
};

static const moot_file files[] = {
    {"Public/icon.svg", file0, sizeof file0},
    {"Public/search-index.js", file1, sizeof file1},
    {"Public/search.js", file2, sizeof file2},
    {"Public/site.css", file3, sizeof file3},
    {"Sources/2-read/Vocabulary/Words/cy.words", file4, sizeof file4},
    {"Sources/2-read/Vocabulary/Words/de.words", file5, sizeof file5},
    {"Sources/2-read/Vocabulary/Words/en.words", file6, sizeof file6},
    {"Sources/2-read/Vocabulary/Words/fr.words", file7, sizeof file7},
    {"Templates/accessibility.mustache", file8, sizeof file8},
    {"Templates/actions.mustache", file9, sizeof file9},
    {"Templates/changes.mustache", file10, sizeof file10},
    {"Templates/chapter.mustache", file11, sizeof file11},
    {"Templates/committee.mustache", file12, sizeof file12},
    {"Templates/committees.mustache", file13, sizeof file13},
    {"Templates/decisions.mustache", file14, sizeof file14},
    {"Templates/declarations.mustache", file15, sizeof file15},
    {"Templates/glossary.mustache", file16, sizeof file16},
    {"Templates/home.mustache", file17, sizeof file17},
    {"Templates/icons/calendar.mustache", file18, sizeof file18},
    {"Templates/icons/clock.mustache", file19, sizeof file19},
    {"Templates/icons/decided.mustache", file20, sizeof file20},
    {"Templates/icons/download.mustache", file21, sizeof file21},
    {"Templates/icons/lock.mustache", file22, sizeof file22},
    {"Templates/icons/minutes.mustache", file23, sizeof file23},
    {"Templates/icons/pack.mustache", file24, sizeof file24},
    {"Templates/icons/people.mustache", file25, sizeof file25},
    {"Templates/icons/place.mustache", file26, sizeof file26},
    {"Templates/icons/search.mustache", file27, sizeof file27},
    {"Templates/icons/stopped.mustache", file28, sizeof file28},
    {"Templates/icons/watch.mustache", file29, sizeof file29},
    {"Templates/index.mustache", file30, sizeof file30},
    {"Templates/layout.mustache", file31, sizeof file31},
    {"Templates/meeting-year.mustache", file32, sizeof file32},
    {"Templates/meeting.mustache", file33, sizeof file33},
    {"Templates/meetings.mustache", file34, sizeof file34},
    {"Templates/minutes.mustache", file35, sizeof file35},
    {"Templates/not-found.mustache", file36, sizeof file36},
    {"Templates/organisation.mustache", file37, sizeof file37},
    {"Templates/organisations.mustache", file38, sizeof file38},
    {"Templates/other-formats.mustache", file39, sizeof file39},
    {"Templates/pack.mustache", file40, sizeof file40},
    {"Templates/page.mustache", file41, sizeof file41},
    {"Templates/paper-year.mustache", file42, sizeof file42},
    {"Templates/paper.mustache", file43, sizeof file43},
    {"Templates/papers.mustache", file44, sizeof file44},
    {"Templates/parts/action-row.mustache", file45, sizeof file45},
    {"Templates/parts/attendance.mustache", file46, sizeof file46},
    {"Templates/parts/bars-table.mustache", file47, sizeof file47},
    {"Templates/parts/bars.mustache", file48, sizeof file48},
    {"Templates/parts/calendar-month.mustache", file49, sizeof file49},
    {"Templates/parts/chapter-text.mustache", file50, sizeof file50},
    {"Templates/parts/chapters.mustache", file51, sizeof file51},
    {"Templates/parts/contact.mustache", file52, sizeof file52},
    {"Templates/parts/contents-if-any.mustache", file53, sizeof file53},
    {"Templates/parts/contents.mustache", file54, sizeof file54},
    {"Templates/parts/date-row.mustache", file55, sizeof file55},
    {"Templates/parts/decision-row.mustache", file56, sizeof file56},
    {"Templates/parts/declaration-row.mustache", file57, sizeof file57},
    {"Templates/parts/downloads.mustache", file58, sizeof file58},
    {"Templates/parts/former-parts.mustache", file59, sizeof file59},
    {"Templates/parts/history.mustache", file60, sizeof file60},
    {"Templates/parts/item.mustache", file61, sizeof file61},
    {"Templates/parts/languages.mustache", file62, sizeof file62},
    {"Templates/parts/meeting-doors.mustache", file63, sizeof file63},
    {"Templates/parts/meeting-facts.mustache", file64, sizeof file64},
    {"Templates/parts/meeting-more.mustache", file65, sizeof file65},
    {"Templates/parts/meeting-row.mustache", file66, sizeof file66},
    {"Templates/parts/meeting-standing.mustache", file67, sizeof file67},
    {"Templates/parts/meeting-tags.mustache", file68, sizeof file68},
    {"Templates/parts/meeting-takeaway.mustache", file69, sizeof file69},
    {"Templates/parts/meeting-when.mustache", file70, sizeof file70},
    {"Templates/parts/member.mustache", file71, sizeof file71},
    {"Templates/parts/minute-part.mustache", file72, sizeof file72},
    {"Templates/parts/month-links.mustache", file73, sizeof file73},
    {"Templates/parts/name.mustache", file74, sizeof file74},
    {"Templates/parts/open-item.mustache", file75, sizeof file75},
    {"Templates/parts/outcome.mustache", file76, sizeof file76},
    {"Templates/parts/paper-facts.mustache", file77, sizeof file77},
    {"Templates/parts/paper-row.mustache", file78, sizeof file78},
    {"Templates/parts/paper-whole.mustache", file79, sizeof file79},
    {"Templates/parts/person-row.mustache", file80, sizeof file80},
    {"Templates/parts/reading-time.mustache", file81, sizeof file81},
    {"Templates/parts/referring-folded.mustache", file82, sizeof file82},
    {"Templates/parts/referring-section.mustache", file83, sizeof file83},
    {"Templates/parts/referring.mustache", file84, sizeof file84},
    {"Templates/parts/seat.mustache", file85, sizeof file85},
    {"Templates/parts/section.mustache", file86, sizeof file86},
    {"Templates/parts/strategy-facts.mustache", file87, sizeof file87},
    {"Templates/parts/subscription.mustache", file88, sizeof file88},
    {"Templates/parts/supplement-section.mustache", file89, sizeof file89},
    {"Templates/parts/supplement.mustache", file90, sizeof file90},
    {"Templates/parts/tall-bars.mustache", file91, sizeof file91},
    {"Templates/parts/time-lanes.mustache", file92, sizeof file92},
    {"Templates/parts/timeline-events.mustache", file93, sizeof file93},
    {"Templates/parts/timeline.mustache", file94, sizeof file94},
    {"Templates/parts/trail-folded.mustache", file95, sizeof file95},
    {"Templates/parts/trail.mustache", file96, sizeof file96},
    {"Templates/people.mustache", file97, sizeof file97},
    {"Templates/person.mustache", file98, sizeof file98},
    {"Templates/redirect.mustache", file99, sizeof file99},
    {"Templates/search.mustache", file100, sizeof file100},
    {"Templates/strategies.mustache", file101, sizeof file101},
    {"Templates/strategy.mustache", file102, sizeof file102},
    {"Templates/term.mustache", file103, sizeof file103},
    {"Templates/whole-strategy.mustache", file104, sizeof file104},
};

size_t moot_file_count(void) { return sizeof files / sizeof files[0]; }
moot_file moot_file_at(size_t index) { return files[index]; }
