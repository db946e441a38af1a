package broken.openrow.adapter.postgres;

import io.micronaut.data.annotation.MappedEntity;

@MappedEntity
public record AccountRow(long id) {}
