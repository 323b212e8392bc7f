import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { passwordRules } from "@/server/identity/schema";

type NewAccountFieldsProps = {
  errors: Readonly<Record<string, string>>;
  /** Known from the invitation. */
  email?: string | null;
};

/** Who somebody will be here: the same wherever an account is made. */
export function NewAccountFields({ errors, email }: NewAccountFieldsProps) {
  return (
    <>
      <Field error={errors["name"]} label="Your name">
        {(control) => <Input {...control} autoComplete="name" autoFocus name="name" size="lg" />}
      </Field>
      <Field error={errors["email"]} label="E-mail">
        {(control) => <Input {...control} autoComplete="username" defaultValue={email ?? undefined} inputMode="email" name="email" size="lg" type="email" />}
      </Field>
      <Field error={errors["password"]} help={`At least ${passwordRules.minLength} characters. A few words in a row are easy to remember.`} label="Password">
        {(control) => <PasswordInput {...control} autoComplete="new-password" name="password" size="lg" />}
      </Field>
    </>
  );
}
