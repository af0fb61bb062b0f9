package io.rapport.simulator.mail;

/** The 16 bytes by which every mailbox knows a conversation. */
public record Conversation(long high, long low) {}
