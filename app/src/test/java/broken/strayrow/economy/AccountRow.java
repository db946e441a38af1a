package broken.strayrow.economy;

import io.micronaut.data.annotation.MappedEntity;

@MappedEntity
record AccountRow(long id) {}
