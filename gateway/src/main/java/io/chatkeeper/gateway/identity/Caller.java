package io.chatkeeper.gateway.identity;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Role;

/// Who a request comes from, as its token proves.
public sealed interface Caller {
    /// The name under which commands are sent.
    Actor actor();

    /// What an idempotency key is unique within.
    String subject();

    /// The visitor of one chat.
    record Visitor(String chatId, String site) implements Caller {
        @Override
        public Actor actor() {
            return Actor.visitor(chatId);
        }

        @Override
        public String subject() {
            return "visitor:" + chatId;
        }
    }

    /// An agent who has signed in.
    record Agent(String id, Role role, String name) implements Caller {
        @Override
        public Actor actor() {
            return Actor.agent(id, role);
        }

        @Override
        public String subject() {
            return "agent:" + id;
        }

        /// Leads, supervisors, managers and auditors see every chat.
        public boolean seesAll() {
            return role.leads() || role == Role.AUDITOR;
        }
    }
}
