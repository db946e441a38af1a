package city.app.bench.child;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldsTest {
    private static final String JSON =
            "{\"id\":\"a\",\"head_seq\":9,\"seq\":41,\"items\":[{\"seq\":42}],\"scanned_to\":43}";

    @Test
    void numbersAreFoundByTheirWholeName() {
        assertThat(Fields.firstNumber(JSON, "seq")).isEqualTo(41);
        assertThat(Fields.number(JSON, "seq")).isEqualTo(42);
        assertThat(Fields.number(JSON, "scanned_to")).isEqualTo(43);
        assertThat(Fields.text(JSON, "id")).isEqualTo("a");
    }

    @Test
    void whatIsNotThereIsSaidToBeSo() {
        assertThat(Fields.number(JSON, "tick")).isEqualTo(-1);
        assertThat(Fields.number(JSON, "items")).isEqualTo(-1);
        assertThat(Fields.text(JSON, "time")).isEmpty();
    }
}
