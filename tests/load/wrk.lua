-- One kind of request, from the environment: LOAD_METHOD, LOAD_TOKEN, LOAD_PATHS and LOAD_BODIES (files whose lines are
-- taken in turn). A request with a body carries a fresh Idempotency-Key. Prints a line of JSON.

local function lines(variable)
    local all, file = {}, os.getenv(variable)
    if file then
        for line in io.lines(file) do all[#all + 1] = line end
    end
    return all
end

local method, token = os.getenv("LOAD_METHOD"), os.getenv("LOAD_TOKEN")
local paths, bodies = lines("LOAD_PATHS"), lines("LOAD_BODIES")
local headers, ready, turn = {}, {}, 0

local threads = 0
function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init()
    math.randomseed(os.time() + number)
    run = math.random(1, 2 ^ 30)
    if token then headers["authorization"] = "Bearer " .. token end
    if #bodies > 0 then
        headers["content-type"] = "application/json"
    else
        for at, path in ipairs(paths) do ready[at] = wrk.format(method, path, headers) end
    end
end

function request()
    turn = turn + 1
    if #bodies == 0 then return ready[turn % #ready + 1] end
    headers["idempotency-key"] = string.format("load-%d-%010d-%010d", number, run, turn)
    return wrk.format(method, paths[turn % #paths + 1], headers, bodies[turn % #bodies + 1])
end

function done(summary, latency)
    local errors = summary.errors
    local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
    print(string.format('{"rate": %f, "failed": %d, "p50": %f, "p99": %f}',
        summary.requests / (summary.duration / 1e6), failed,
        latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
