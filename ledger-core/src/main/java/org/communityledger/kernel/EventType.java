package org.communityledger.kernel;

/**
 * The stored name of a kind of event. Renaming or moving the class never touches it.
 *
 * @param name the stored name, context first: {@code cases.WorkVerified}
 * @param version the version of its current form, from 1; older forms are lifted on reading
 * @param type the record that holds the current form
 */
public record EventType(String name, int version, Class<? extends Event> type) {}
