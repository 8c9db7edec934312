package io.chatkeeper.routing.desk;

import io.chatkeeper.contract.Wants;
import org.jspecify.annotations.Nullable;

/// Which agents served the customers this desk served last. The first one stays the customer's own
/// specialist; the last one is their previous agent.
///
/// @param byCustomer by the customer's id
/// @param byAge the customer's ids by the number of the chat that was placed last
record Served(Tree<String, Agents> byCustomer, Tree<Long, String> byAge) {
    /// How many customers a desk remembers.
    static final int MOST = 1_000;

    static final Served NOBODY = new Served(Tree.empty(), Tree.empty());

    /// @param number of the chat that was placed last
    record Agents(String first, String last, long number) {}

    @Nullable Agents of(Wants wants) {
        return wants.customer() == null ? null : byCustomer.get(wants.customer());
    }

    Served placed(Wants wants, String agentId, long number) {
        String customer = wants.customer();
        if (customer == null) {
            return this;
        }
        Agents known = byCustomer.get(customer);
        Agents now = new Agents(known == null ? agentId : known.first(), agentId, number);
        Tree<Long, String> ages = known == null ? byAge : byAge.without(known.number());
        return new Served(byCustomer.with(customer, now), ages.with(number, customer)).bounded();
    }

    private Served bounded() {
        if (byCustomer.size() <= MOST) {
            return this;
        }
        long oldest = byAge.firstKey();
        String customer = byAge.get(oldest);
        return customer == null
                ? this
                : new Served(byCustomer.without(customer), byAge.without(oldest));
    }
}
