/**
 * The parts that we use of the compose specification (https://github.com/compose-spec/compose-spec) and of
 * systemd's unit files (systemd.unit(5), systemd.service(5), systemd.exec(5), systemd.resource-control(5)).
 */
import { z } from 'zod';

/** A duration of compose. */
export const DURATION = /^(?:\d+(?:us|ms|s|m|h))+$/;
const duration = z.string().regex(DURATION);
const words = z.string().min(1);
const size = z.string().regex(/^\d+(?:b|k|m|g|kb|mb|gb)$/);

const HEALTHCHECK = z.union([
  z.strictObject({ disable: z.literal(true) }),
  z.strictObject({
    test: z.tuple([z.enum(['CMD', 'CMD-SHELL']), words], words),
    interval: duration,
    timeout: duration,
    retries: z.int().positive(),
    start_period: duration.optional(),
  }),
]);

const SERVICE = z.strictObject({
  image: z.string().regex(/^[a-z0-9./-]+(?::[\w.-]+)?$/),
  build: z.literal('.').optional(),
  command: z.array(words).optional(),
  environment: z.record(z.string().regex(/^[A-Z_]+$/), words),
  env_file: z.array(z.strictObject({ path: words, required: z.boolean() })).optional(),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/)).optional(),
  volumes: z.array(z.string().regex(/^[a-z]+:\/[\w/]+$/)),
  depends_on: z
    .record(
      words,
      z.strictObject({
        condition: z.enum(['service_started', 'service_healthy', 'service_completed_successfully']),
      }),
    )
    .optional(),
  healthcheck: HEALTHCHECK.optional(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']),
  stop_grace_period: duration,
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string().startsWith('/')).optional(),
  cap_drop: z.array(words).optional(),
  security_opt: z.array(z.string().includes(':')).optional(),
  shm_size: size.optional(),
  mem_limit: size,
  cpus: z.number().positive(),
  pids_limit: z.int().positive().optional(),
});

export const COMPOSE = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/),
  services: z.record(words, SERVICE),
  volumes: z.record(words, z.null()),
});

const YES_NO = /^(?:yes|no)$/;
const SECONDS = /^\d+$/;
const SIZE = /^\d+[KMGT]$/;
const COUNT = /^\d+$/;
const MODE = /^0[0-7]{3}$/;
const NAME = /^[a-z][a-z0-9-]*$/;
const PATH = /^\/[\w./-]+$/;
const UNIT_NAMES = /^[\w@.-]+\.(?:service|target)(?: [\w@.-]+\.(?:service|target))*$/;

/** Directives by section, each with the values that it may have here. */
export const UNIT_DIRECTIVES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  Unit: {
    Description: /^\S.*$/,
    Documentation: /^(?:https?|file|man|info):\S+$/,
    After: UNIT_NAMES,
    Wants: UNIT_NAMES,
    StartLimitIntervalSec: SECONDS,
    StartLimitBurst: COUNT,
  },
  Service: {
    Type: /^(?:simple|exec|notify)$/,
    User: NAME,
    Group: NAME,
    StateDirectory: NAME,
    StateDirectoryMode: MODE,
    WorkingDirectory: PATH,
    Environment: /^[A-Z_]+=\S+(?: [A-Z_]+=\S+)*$/,
    EnvironmentFile: /^-?\/[\w./-]+$/,
    ExecStart: /^\/\S+(?: \S+)*$/,
    Restart: /^(?:no|on-failure|always)$/,
    RestartSec: SECONDS,
    KillSignal: /^SIG(?:TERM|INT)$/,
    TimeoutStopSec: SECONDS,
    UMask: MODE,
    MemoryMax: SIZE,
    TasksMax: COUNT,
    LimitNOFILE: COUNT,
    NoNewPrivileges: YES_NO,
    ProtectSystem: /^(?:yes|no|full|strict)$/,
    ProtectHome: /^(?:yes|no|read-only|tmpfs)$/,
    PrivateTmp: YES_NO,
    PrivateDevices: YES_NO,
    ProtectClock: YES_NO,
    ProtectHostname: YES_NO,
    ProtectKernelLogs: YES_NO,
    ProtectKernelModules: YES_NO,
    ProtectKernelTunables: YES_NO,
    ProtectControlGroups: YES_NO,
    ProtectProc: /^(?:noaccess|invisible|ptraceable|default)$/,
    RestrictAddressFamilies: /^AF_[A-Z0-9]+(?: AF_[A-Z0-9]+)*$/,
    RestrictNamespaces: YES_NO,
    RestrictRealtime: YES_NO,
    RestrictSUIDSGID: YES_NO,
    LockPersonality: YES_NO,
    RemoveIPC: YES_NO,
    CapabilityBoundingSet: /^(?:CAP_[A-Z_]+(?: CAP_[A-Z_]+)*)?$/,
    AmbientCapabilities: /^(?:CAP_[A-Z_]+(?: CAP_[A-Z_]+)*)?$/,
    SystemCallArchitectures: /^native$/,
    SystemCallFilter: /^@[a-z-]+$/,
    SystemCallErrorNumber: /^E[A-Z]+$/,
  },
  Install: { WantedBy: UNIT_NAMES },
};
