import { ConnectorSkeleton } from "@/components/connectors/connector-skeleton";

export default function ConnectorLoading() {
  return <ConnectorSkeleton />;
}
