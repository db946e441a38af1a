package city.adapter.scenario.text;

import city.economy.Money;
import java.util.List;

/// Hears what a reader asks a single value to be: nobody, where a file is read; the schema, where one is made.
interface Asked {
    Asked OF_NOBODY = new Asked() {};

    default void text(int maxLength) {}

    default void number(long min, long max) {}

    default void money(Money max) {}

    default void flag() {}

    default void words(List<String> words) {}

    default void like(String pattern) {}
}
