import { roleFacts } from "@/components/account/role-facts";
import { Select } from "@/components/ui/select";
import type { Role } from "@/server/workspaces/permission";

type RoleSelectProps<Choice extends Role> = {
  label: string;
  roles: readonly Choice[];
  value: Choice;
  onValueChange: (role: Choice) => void;
};

/** Which role somebody has. */
export function RoleSelect<Choice extends Role>({ label, roles, value, onValueChange }: RoleSelectProps<Choice>) {
  return (
    <Select
      aria-label={label}
      className="w-32"
      data-tooltip={`Can do ${roleFacts[value].can}`}
      onChange={(event) => {
        const chosen = roles.find((role) => role === event.target.value);
        if (chosen) onValueChange(chosen);
      }}
      value={value}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {roleFacts[role].label}
        </option>
      ))}
    </Select>
  );
}
