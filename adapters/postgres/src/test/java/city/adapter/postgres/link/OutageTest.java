package city.adapter.postgres.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

/// What is worth another try.
class OutageTest {
    private static final String WRONG_PASSWORD = "28P01";

    @Test
    void aPoolThatConnectedTooLateHasNoReasonToGive() {
        assertThat(Outage.isOne(new SQLTransientConnectionException("request timed out after 5000ms")))
                .isTrue();
    }

    @Test
    void aPoolThatWasTurnedAwaySaysByWhom() {
        var refused = new SQLException("password authentication failed", WRONG_PASSWORD);

        assertThat(Outage.isOne(new SQLTransientConnectionException("request timed out", WRONG_PASSWORD, refused)))
                .isFalse();
        assertThat(Outage.isOne(new SQLTransientConnectionException("request timed out", new ConnectException())))
                .isTrue();
    }

    @Test
    void whatTheDatabaseRefusesIsNoOutage() {
        assertThat(Outage.isOne(new SQLException("relation does not exist", "42P01")))
                .isFalse();
        assertThat(Outage.isOne(new SQLException("the system is starting up", "57P03")))
                .isTrue();
    }
}
