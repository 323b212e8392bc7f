/** The demo's owner has no password. */
export function DemoHint() {
  return (
    <p>
      This is the demo. The terminal where it runs shows a link that signs you in without a password.
    </p>
  );
}
