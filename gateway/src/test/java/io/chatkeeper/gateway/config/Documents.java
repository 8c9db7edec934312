package io.chatkeeper.gateway.config;

import io.chatkeeper.pipeline.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Documents as the services behind the gateway answer them.
final class Documents {
    private static final String NOON = "2026-11-22T12:00:00Z";

    private Documents() {}

    private static ObjectNode read(String json) {
        return (ObjectNode) Json.mapper().readTree(json.replace('\'', '"'));
    }

    /// A chat that Casey serves, with something in every internal field.
    static ObjectNode chat(String id) {
        ObjectNode chat =
                read(
                        """
                        {'reference':'CK-2345678','kind':'customer','state':'active','site':'loan',
                         'sop':{'id':'tidio-loan','version':1},'desk':'customer-service',
                         'agent':{'id':'casey','name':'Casey Lin'},'agents':['casey'],
                         'customer':{'name':'Dana','verified':false},'topic':'Rates',
                         'openedAt':'NOON','since':'NOON','attended':true,'unattended':false,
                         'messages':[{'messageId':'m','author':{'kind':'agent','id':'casey',
                           'name':'Casey Lin'},'text':'Hello','at':'NOON','sequence':3}],
                         'transfers':[{'transferId':'t','fromAgent':'casey','toDesk':'loans',
                           'fromDesk':'customer-service','context':'c','state':'declined',
                           'reason':'no','at':'NOON'}],
                         'escalations':[{'escalationId':'e','trigger':'upset','to':'lead',
                           'toDesk':'leads','updateBy':'NOON','detail':'d','at':'NOON'}],
                         'escalated':true,'noted':['n'],
                         'notes':[{'noteId':'n','kind':'general','text':'t','author':'casey',
                           'at':'NOON'}],
                         'followUps':[],'sequence':9}
                        """
                                .replace("NOON", NOON));
        chat.put("chatId", id);
        chat.putArray("clocks").add(clock(null));
        return chat;
    }

    static ObjectNode row(String id) {
        ObjectNode row = chat(id);
        row.remove(List.of("messages", "notes"));
        return row.put("lastLine", "Hello");
    }

    static ObjectNode clock(String chat) {
        ObjectNode clock =
                read(
                        """
                        {'clockId':'c','clock':'first-response','label':'First answer',
                         'requirement':'R9','calendar':'always','desk':'customer-service',
                         'state':'running','startedAt':'NOON','warnAt':'NOON','breachAt':'NOON'}
                        """
                                .replace("NOON", NOON));
        return chat == null ? clock : clock.put("chatId", chat);
    }

    static ObjectNode agent(String id, String desk) {
        return read("""
        {'name':'Casey Lin','role':'csr','helpsAt':[],'skills':['general'],
         'capacity':5,'status':'available','held':1}
        """)
                .put("agentId", id)
                .put("homeDesk", desk)
                .set("desks", Json.mapper().createArrayNode().add(desk));
    }

    static ObjectNode desk() {
        return read(
                """
                {'deskId':'customer-service','open':true,'waiting':1,'oldestSince':'NOON',
                 'line':[{'chatId':'chat-a','since':'NOON','offeredTo':'casey','because':'b'}],
                 'members':[{'agentId':'casey','name':'C','held':1,'capacity':5,
                   'status':'available'}],
                 'available':1,'busy':0,'wrapUp':0,'away':0}
                """
                        .replace("NOON", NOON));
    }

    static ObjectNode event() {
        return read(
                """
                {'eventId':'1','sequence':1,'type':'io.chatkeeper.chat.opened.v1','time':'NOON',
                 'actor':{'kind':'visitor','id':'chat-a'},'sopVersion':'tidio-loan@1',
                 'correlationId':'c','data':{}}
                """
                        .replace("NOON", NOON));
    }
}
