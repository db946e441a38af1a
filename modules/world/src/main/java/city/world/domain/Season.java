package city.world.domain;

import java.time.Month;

/// A quarter of the year as the weather knows it, on the northern half of the earth.
public enum Season {
    WINTER,
    SPRING,
    SUMMER,
    AUTUMN;

    public static Season of(Month month) {
        return switch (month) {
            case DECEMBER, JANUARY, FEBRUARY -> WINTER;
            case MARCH, APRIL, MAY -> SPRING;
            case JUNE, JULY, AUGUST -> SUMMER;
            case SEPTEMBER, OCTOBER, NOVEMBER -> AUTUMN;
        };
    }
}
