/// From a command topic through an Axon aggregate and the journal to an event topic, and wake-ups.
/// This package is the front door: what a service hands in and gets out. The rooms behind it are
/// for the pipeline alone; Kafka, MongoDB and Axon are known nowhere else.
@NullMarked
package io.chatkeeper.pipeline;

import org.jspecify.annotations.NullMarked;
