package io.chatkeeper.gateway.queries;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Role;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.pipeline.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class ChatReadsTest {
    private static final Caller.Agent CASEY = new Caller.Agent("casey", Role.CSR, "Casey");

    private static ObjectNode read(String json) {
        return (ObjectNode) Json.mapper().readTree(json.replace('\'', '"'));
    }

    private static boolean caseySees(String chat) {
        return ChatReads.sees(
                CASEY, read(chat), read("{'agentId':'casey','desks':['front','second']}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | who serves it            | {'desk':'back','agents':['casey']}",
                "true  | who has served it        | {'desk':'back','agents':['casey','lee']}",
                "true  | at the home desk         | {'desk':'front','agents':[]}",
                "true  | at a desk helped at      | {'desk':'second','agents':['lee']}",
                "false | at another desk          | {'desk':'back','agents':['lee']}",
                "false | nowhere yet              | {'agents':[]}",
                "false | an empty document        | {}",
                "true  | on its way to the agent  | {'desk':'back','transfers':"
                        + "[{'state':'requested','toAgent':'casey'}]}",
                "true  | on its way to the desk   | {'desk':'back','transfers':"
                        + "[{'state':'requested','toDesk':'second'}]}",
                "false | it was withdrawn         | {'desk':'back','transfers':"
                        + "[{'state':'withdrawn','toAgent':'casey'}]}",
                "false | on its way elsewhere     | {'desk':'back','transfers':"
                        + "[{'state':'requested','toDesk':'third','toAgent':'lee'}]}",
            })
    void an_agent_sees(boolean sees, String why, String chat) {
        assertThat(caseySees(chat)).as(why).isEqualTo(sees);
    }

    @ParameterizedTest
    @CsvSource({
        "CSR, false",
        "SPECIALIST, false",
        "LEAD, true",
        "SUPERVISOR, true",
        "MANAGER, true",
        "ADMIN, false",
        "AUDITOR, true"
    })
    void leads_and_auditors_see_all(Role role, boolean all) {
        assertThat(new Caller.Agent("x", role, "X").seesAll()).isEqualTo(all);
    }

    @Test
    void a_profile_without_desks_sees_nothing_at_a_desk() {
        assertThat(ChatReads.sees(CASEY, read("{'desk':''}"), read("{}"))).isFalse();
    }
}
