import type { Connector } from "../connector";
import { amazonKey, amazonVerification, regionInput } from "../families/amazon";
import { awsS3Operations } from "./aws-s3.operations";

const checkedOn = "2026-11-21";

export const awsS3: Connector = {
  slug: "aws-s3",
  name: "Amazon S3",
  category: "storage",
  description: "List, read, copy and delete the files in the buckets of an AWS account",
  synonyms: ["s3", "bucket", "object storage", "files", "upload file", "aws storage", "backup"],
  website: "https://aws.amazon.com/s3/",
  docsUrl: "https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html",
  sources: [
    { url: "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html", checkedOn },
    { url: "https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html", checkedOn },
    { url: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html", checkedOn },
    { url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html", checkedOn },
  ],
  popularity: 83,
  inputs: [regionInput],
  auth: [amazonKey({ permissions: { text: "Give the user a policy for the buckets alone: s3:ListAllMyBuckets, s3:ListBucket, s3:GetObject, and s3:PutObject or s3:DeleteObject where it is to write." }, signing: { fallback: { service: "s3", region: "{region}" } } })],
  api: {
    baseUrl: "https://s3.{region}.amazonaws.com",
    hosts: ["sts.{region}.amazonaws.com", "*.s3.{region}.amazonaws.com"],
  },
  verify: amazonVerification,
  operations: awsS3Operations,
  settings: [],
  rateLimit: { summary: "3,500 writes and 5,500 reads a second per prefix of a bucket" },
  defaultVisibility: "workspace",
};
