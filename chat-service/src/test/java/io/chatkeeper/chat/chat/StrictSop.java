package io.chatkeeper.chat.chat;

/// A procedure that hedges everything a guard can hedge.
final class StrictSop {
    static final String TEXT =
            """
            sop: strict
            version: 1
            title: A procedure that hedges everything
            review: {last: 2026-11-01, next: 2027-05-01, approvedBy: {name: Ann Lee, title: Head}}
            calendars:
              always: {zone: UTC, hours: always}
            desks:
              customer-service: {role: csr, calendar: always, entry: true}
              strict-leads: {role: lead, calendar: always}
              strict-supervisors: {role: supervisor, calendar: always}
            transfer: {context: required, minWords: 4}
            notes: {requiredBefore: [], length: {crm: {leastWords: 30}}}
            tone:
              - {id: R72, not: "I don't know", say: "Let me check that for you.", severity: warn}
              - {id: R77, not: "I guarantee", say: "What I can do is…", severity: block}
              - {id: R75, not: "The system says", say: "I will look into this.", severity: block}
            escalation:
              triggers: [customer-upset, unresolved, approval-required, abuse]
              ladder: [lead, supervisor]
            greeting:
              text: Hi {customer}, I'm {agent}.
              customerName: warn
              agentName: warn
            abuse: {warnings: 2, then: supervisor, phrase: Please keep the conversation professional.}
            verification:
              required: true
              methods: [security-questions, call-back]
              phrases: [your balance, your payoff amount]
            classification:
              beforeClosing: true
              categories: [billing, delivery, complaint]
              complaints: [complaint]
              fields: [orderNumber]
              labelInitial: P
            followUps: {afterService: PT48H}
            actions:
              account-credit:
                requirement: R108
                approval: lead
                checks: [account-was-invoiced]
                verified: true
              reset-password: {requirement: R91}
            recordViolations: [R77]
            records:
              crm: {rated: {requirement: R136}}
            """;

    private StrictSop() {}
}
