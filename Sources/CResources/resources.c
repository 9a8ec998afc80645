#include "CResources.h"

const unsigned char resource_declaration[] = {
#embed "../../Resources/declaration.json"
};
const size_t resource_declaration_length = sizeof resource_declaration;
