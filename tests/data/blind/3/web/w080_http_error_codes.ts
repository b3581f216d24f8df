export const ErrorCode = {
  INVALID_PARAMETER: 4000,
  INVALID_OPERATION: 4001,
  NOT_SUPPORTED: 4002,
  SERVER_TIMEOUT: 5000,
  API_CALL_TIMEOUT: 5001,
  UNKNOWN: 9999,
} as const;

export class ApiError extends Error {
  constructor(readonly code: number, message: string) {
    super(message);
  }
}

export function isTimeout(e: ApiError): boolean {
  return e.code === ErrorCode.SERVER_TIMEOUT || e.code === 5100;
}

export const fail = (message: string) => new ApiError(5999, message);
