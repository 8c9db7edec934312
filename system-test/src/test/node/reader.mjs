// A foreign reader: knows Kafka (kafkajs) and CloudEvents (cloudevents), and nothing of Chatkeeper.
// Prints every event of a topic as a line of JSON until it has seen one of the wanted type.
import { createRequire } from 'node:module';

const web = createRequire(new URL('../../../../web/package.json', import.meta.url));
const { Kafka, logLevel } = web('kafkajs');
const { Kafka: binding } = web('cloudevents');

const [broker, topic, wanted] = process.argv.slice(2);
const kafka = new Kafka({ clientId: 'foreign', brokers: [broker], logLevel: logLevel.ERROR });
const consumer = kafka.consumer({ groupId: 'a-foreign-reader' });

const text = (value) => (value === undefined || value === null ? undefined : value.toString());

await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
await new Promise((seen, failed) => {
  consumer.on(consumer.events.CRASH, ({ payload }) => failed(payload.error));
  consumer
    .run({
      eachMessage: async ({ message }) => {
        const headers = Object.fromEntries(
          Object.entries(message.headers).map(([name, value]) => [name, text(value)]),
        );
        const event = binding.toEvent({
          key: text(message.key),
          value: text(message.value),
          headers,
        });
        event.validate();
        console.log(JSON.stringify(event));
        if (event.type === wanted) seen();
      },
    })
    .catch(failed);
});
process.exit(0);
