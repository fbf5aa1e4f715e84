package org.communityledger.codec;

import java.lang.invoke.MethodHandle;
import java.util.List;

/** Reads a record whose members stand in the order of its components. Safe for many threads. */
final class PlainRecord implements PlainReader<Object> {
  private final Member[] members;
  private final MethodHandle create;

  /**
   * A reader of a record.
   *
   * @param members one for each component
   * @param create makes the record, as an {@code Object}, from an {@code Object[]} of its components
   */
  PlainRecord(List<Member> members, MethodHandle create) {
    this.members = members.toArray(Member[]::new);
    this.create = create;
  }

  /**
   * A component.
   *
   * @param intro what stands before its value: {@code ,"name":}
   * @param value how its value is read
   */
  record Member(byte[] intro, PlainReader<?> value) {
    static Member of(String name, PlainReader<?> value) {
      return new Member(PlainJson.literal(",\"" + name + "\":"), value);
    }
  }

  @Override
  public Object read(PlainJson json) {
    Object[] components = new Object[members.length];
    json.expect('{');
    int comma = 1;
    for (int i = 0; i < members.length; i++) {
      Member member = members[i];
      if (json.skips(member.intro, comma)) {
        comma = 0;
        components[i] = member.value.read(json);
      } else {
        components[i] = member.value.absent();
      }
    }
    json.expect('}');
    return create(components);
  }

  private Object create(Object[] components) {
    try {
      return create.invokeExact(components);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
