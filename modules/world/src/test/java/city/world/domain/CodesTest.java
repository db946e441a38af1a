package city.world.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.world.Climate;
import city.world.LocationKind;
import city.world.Weather;
import org.junit.jupiter.api.Test;

/// The record keeps these constants by their place: a new one goes at the end, and into the comments of the migration.
class CodesTest {
    @Test
    void codesOfTheRecordNeverChange() {
        assertThat(Weather.values())
                .extracting(Enum::name)
                .startsWith("CLEAR", "CLOUDY", "FOG", "RAIN", "STORM", "SNOW");
        assertThat(Climate.values()).extracting(Enum::name).startsWith("TEMPERATE", "MARITIME", "DRY");
        assertThat(LocationKind.values())
                .extracting(Enum::name)
                .startsWith(
                        "HOME",
                        "STREET",
                        "SQUARE",
                        "PARK",
                        "WATERSIDE",
                        "CHAPEL",
                        "LIBRARY",
                        "TAVERN",
                        "EATERY",
                        "SHOP",
                        "WORKSHOP",
                        "FARM",
                        "MILL",
                        "SCHOOL",
                        "CLINIC",
                        "HALL",
                        "OFFICE");
    }
}
