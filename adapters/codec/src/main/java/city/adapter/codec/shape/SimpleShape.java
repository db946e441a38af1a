package city.adapter.codec.shape;

import city.adapter.codec.text.JsonInput;
import city.adapter.codec.text.JsonText;
import com.fasterxml.jackson.core.JsonToken;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The values that are not made of others.
public enum SimpleShape implements Shape {
    TEXT {
        @Override
        public void write(Object value, JsonText out) {
            out.string((String) value);
        }

        @Override
        public Object read(JsonInput in) {
            in.expect(JsonToken.VALUE_STRING, "must be a string");
            String text = in.text();
            if (!JsonText.isWritable(text)) {
                throw in.misfit(JsonText.unwritable(text));
            }
            return text;
        }
    },
    FLAG {
        @Override
        public void write(Object value, JsonText out) {
            out.raw((boolean) value ? "true" : "false");
        }

        @Override
        public Object read(JsonInput in) {
            if (!in.at(JsonToken.VALUE_TRUE) && !in.at(JsonToken.VALUE_FALSE)) {
                throw in.mismatch("must be true or false");
            }
            return in.at(JsonToken.VALUE_TRUE);
        }
    },
    INT {
        @Override
        public void write(Object value, JsonText out) {
            out.integer((int) value);
        }

        @Override
        public Object read(JsonInput in) {
            in.expect(JsonToken.VALUE_NUMBER_INT, "must be an integer");
            try {
                return Integer.parseInt(in.text());
            } catch (NumberFormatException _) {
                throw in.mismatch("must be an integer of 32 bits");
            }
        }
    },
    LONG {
        @Override
        public void write(Object value, JsonText out) {
            out.integer((long) value);
        }

        @Override
        public Object read(JsonInput in) {
            in.expect(JsonToken.VALUE_NUMBER_INT, "must be an integer");
            try {
                return Long.parseLong(in.text());
            } catch (NumberFormatException _) {
                throw in.mismatch("must be an integer of 64 bits");
            }
        }
    },
    /// The shortest decimal that reads back as the same number (Raffaello Giulietti's algorithm, in the JDK
    /// since 19).
    DOUBLE {
        @Override
        public void write(Object value, JsonText out) {
            if (!Double.isFinite((double) value)) {
                throw new IllegalArgumentException("must be a finite number: " + value);
            }
            out.raw(value.toString());
        }

        @Override
        public Object read(JsonInput in) {
            if (!in.at(JsonToken.VALUE_NUMBER_INT)) {
                in.expect(JsonToken.VALUE_NUMBER_FLOAT, "must be a number");
            }
            double number = Double.parseDouble(in.text());
            if (!Double.isFinite(number)) {
                throw in.mismatch("must be a finite number");
            }
            return number;
        }
    },
    ID {
        @Override
        public void write(Object value, JsonText out) {
            out.raw('"').raw(value.toString()).raw('"');
        }

        @Override
        public Object read(JsonInput in) {
            in.expect(JsonToken.VALUE_STRING, "must be a UUID");
            String text = in.text();
            try {
                var id = UUID.fromString(text);
                if (id.toString().equalsIgnoreCase(text)) {
                    return id;
                }
            } catch (IllegalArgumentException _) {
                // Refused below, like what is too short.
            }
            throw in.mismatch("must be a UUID");
        }
    },
    INSTANT {
        @Override
        public void write(Object value, JsonText out) {
            out.raw('"').raw(value.toString()).raw('"');
        }

        @Override
        public Object read(JsonInput in) {
            in.expect(JsonToken.VALUE_STRING, "must be an RFC 3339 time");
            try {
                return Instant.parse(in.text());
            } catch (DateTimeException _) {
                throw in.mismatch("must be an RFC 3339 time");
            }
        }
    },
    DURATION {
        @Override
        public void write(Object value, JsonText out) {
            out.raw('"').raw(value.toString()).raw('"');
        }

        @Override
        public Object read(JsonInput in) {
            in.expect(JsonToken.VALUE_STRING, "must be an ISO 8601 duration");
            try {
                return Duration.parse(in.text());
            } catch (DateTimeException _) {
                throw in.mismatch("must be an ISO 8601 duration");
            }
        }
    };

    private static final Map<Class<?>, SimpleShape> BY_TYPE = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(boolean.class, FLAG),
            Map.entry(Boolean.class, FLAG),
            Map.entry(int.class, INT),
            Map.entry(Integer.class, INT),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(double.class, DOUBLE),
            Map.entry(Double.class, DOUBLE),
            Map.entry(UUID.class, ID),
            Map.entry(Instant.class, INSTANT),
            Map.entry(Duration.class, DURATION));

    public static Optional<SimpleShape> find(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /// True when a record of nothing but this is written as the bare value.
    public boolean standsForItsRecord() {
        return switch (this) {
            case TEXT, INT, LONG, ID -> true;
            case FLAG, DOUBLE, INSTANT, DURATION -> false;
        };
    }
}
