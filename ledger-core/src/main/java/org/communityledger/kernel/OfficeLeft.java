package org.communityledger.kernel;

/** An event that ends an appointment on the day it happened. It carries the appointment's tag. */
public interface OfficeLeft extends Event {
  /** The appointment. */
  AppointmentId appointment();
}
