package city.adapter.mqtt.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.net.URI;
import org.junit.jupiter.api.Test;

class AsyncApiDocumentTest {
    private final AsyncApiDocument document =
            new AsyncApiDocument("0.1.0", URI.create("tcp://127.0.0.1:1883"), "north/");

    @Test
    void yamlAndJsonSayTheSame() throws Exception {
        assertThat(new YAMLMapper().readTree(document.yaml())).isEqualTo(new ObjectMapper().readTree(document.json()));
    }

    @Test
    void everyTopicHasAChannelWithThePrefixAndAnOperation() throws Exception {
        var tree = new ObjectMapper().readTree(document.json());

        assertThat(tree.at("/asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(tree.at("/servers/broker/host").asText()).isEqualTo("127.0.0.1:1883");
        for (var topic : TopicCatalogue.all()) {
            assertThat(tree.at("/channels/" + topic.name() + "/address").asText())
                    .isEqualTo("north/" + topic.pattern());
            var isHeard = topic.audience() == Topic.Audience.HEARD;
            var operation = tree.at("/operations/" + (isHeard ? "hear" : "publish") + topic.name());
            assertThat(operation.at("/action").asText()).isEqualTo(isHeard ? "receive" : "send");
            assertThat(operation.at("/bindings/mqtt/qos").asInt(-1))
                    .isEqualTo(topic.qos().level());
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() throws Exception {
        var tree = new ObjectMapper().readTree(document.json());

        assertThat(tree.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(tree.at(reference.substring(1)))
                        .as(reference)
                        .isInstanceOf(ObjectNode.class));
    }

    @Test
    void everyPlaceholderIsExplained() throws Exception {
        var tree = new ObjectMapper().readTree(document.json());

        assertThat(TopicCatalogue.all())
                .filteredOn(topic -> !topic.placeholder().isEmpty())
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(tree.at("/channels/" + topic.name() + "/parameters/"
                                        + topic.placeholder() + "/description")
                                .asText())
                        .isNotEmpty());
    }
}
