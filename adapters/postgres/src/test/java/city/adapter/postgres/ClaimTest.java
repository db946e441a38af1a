package city.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.world.spi.CityRecord.RecordTaken;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClaimTest {
    private final TestDatabase database = PostgresForTests.freshDatabase();
    private final MadeUpCity city = new MadeUpCity();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aSecondClaimantIsRefusedAndToldWhoHoldsTheRecord() {
        try (var first = open("city, process 41 on host a");
                var second = open("city, process 42 on host b")) {
            first.record().claim();

            assertThatThrownBy(() -> second.record().claim())
                    .isInstanceOf(RecordTaken.class)
                    .hasMessageContaining("city, process 41 on host a")
                    .hasMessageContaining("database backend")
                    .hasMessageContaining("since 20");
        }
    }

    @Test
    void aRecordThatIsGivenBackCanBeTaken() {
        try (var first = open("city, process 41 on host a");
                var second = open("city, process 42 on host b")) {
            first.record().claim();
            city.commitTo(first.record());
            first.close();

            var head = second.record().claim();

            assertThat(head.orElseThrow().owner()).isEqualTo(2);
        }
    }

    @Test
    void aSchemaIsNotChangedUnderAProcessThatHoldsTheRecord() {
        try (var first = PostgresAdapter.open(settings("city, process 41 on host a"), List.of())) {
            first.record().claim();

            assertThatThrownBy(() -> open("city, process 42 on host b"))
                    .isInstanceOf(RecordTaken.class)
                    .hasMessageContaining("process 41");
        }
    }

    private PostgresAdapter open(String holder) {
        return Adapters.open(settings(holder), city);
    }

    private PostgresSettings settings(String holder) {
        return Adapters.settings(database.jdbcUrl(), database, holder);
    }
}
