package io.chatkeeper.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.testcontainers.junit.jupiter.Testcontainers;

/// On a subclass of a test that uses `RealParts`: the same test with broker and MongoDB in
/// containers. Where there is no container engine it is reported as skipped.
@Testcontainers(disabledWithoutDocker = true)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InContainers {}
