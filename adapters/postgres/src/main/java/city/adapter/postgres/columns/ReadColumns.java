package city.adapter.postgres.columns;

import city.world.spi.Commit;
import java.sql.Connection;
import java.sql.SQLException;

/// Tables and columns for people and tools, written in the same transaction as the exact state beside them and
/// never loaded. Called on the city thread, after the state's own rows were written.
///
/// Writes with a number of statements that does not follow the number of rows, and neither commits nor rolls back.
/// The same commit may be offered again after its transaction was lost, so nothing may be remembered from one call
/// to the next.
public interface ReadColumns {
    void write(Connection connection, Commit commit) throws SQLException;
}
