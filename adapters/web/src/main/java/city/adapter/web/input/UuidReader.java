package city.adapter.web.input;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/// Reads the ids in paths and queries.
@Singleton
final class UuidReader implements TypeConverter<String, UUID> {
    @Override
    public Optional<UUID> convert(String text, Class<UUID> type, ConversionContext context) {
        var id = Ids.parse(text);
        if (id.isEmpty()) {
            context.reject(text, new IllegalArgumentException("not a UUID"));
        }
        return id;
    }
}
