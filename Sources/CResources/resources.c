#include "CResources.h"

static const unsigned char declaration[] = {
#embed "../../Resources/declaration.json"
};

const unsigned char *const resource_declaration = declaration;
const size_t resource_declaration_length = sizeof declaration;

static const unsigned char map[] = {
#embed "../../Resources/map.json"
};

const unsigned char *const resource_map = map;
const size_t resource_map_length = sizeof map;

static const unsigned char colour_blind[] = {
#embed "../../Resources/themes/colour-blind.json"
};
static const unsigned char dark[] = {
#embed "../../Resources/themes/dark.json"
};
static const unsigned char light[] = {
#embed "../../Resources/themes/light.json"
};
static const unsigned char high_contrast[] = {
#embed "../../Resources/themes/high-contrast.json"
};
static const unsigned char monochrome[] = {
#embed "../../Resources/themes/monochrome.json"
};

static const struct resource_file themes[] = {
    {"colour-blind", colour_blind, sizeof colour_blind},
    {"dark", dark, sizeof dark},
    {"light", light, sizeof light},
    {"high-contrast", high_contrast, sizeof high_contrast},
    {"monochrome", monochrome, sizeof monochrome},
};

const struct resource_file *const resource_themes = themes;
const size_t resource_theme_count = sizeof themes / sizeof *themes;

static const unsigned char spanish[] = {
#embed "../../Resources/text/es.json"
};
static const unsigned char portuguese[] = {
#embed "../../Resources/text/pt.json"
};
static const unsigned char french[] = {
#embed "../../Resources/text/fr.json"
};

static const struct resource_file texts[] = {
    {"es", spanish, sizeof spanish},
    {"pt", portuguese, sizeof portuguese},
    {"fr", french, sizeof french},
};

const struct resource_file *const resource_texts = texts;
const size_t resource_text_count = sizeof texts / sizeof *texts;
